import type { Translation } from '../../../message';
import type { start as source } from '../../zh-CN/flow/start';

export const start: Translation<typeof source> = {
  'home.title': 'How do you want to take your photo?',
  'home.code': 'Use my collection code',
  'home.codeHint': 'Scan the image-collection code, then take the photo here',
  'home.upload': 'Upload a photo I have',
  'home.uploadHint': 'One from a photo studio will do',
  'home.guide': 'Where do I find my code?',
  'home.promise': 'Everything happens on this device. Only the finished photo is sent.',
  'home.resume': 'Continue where I stopped',
  'home.restart': 'Delete it and start again',
  'home.campaign': 'I have a campaign code',
  'home.campaignHint': 'A few characters from your institution',

  'guide.title': 'How to get your collection code',
  'guide.web': 'On a computer: the CHSI archive',
  'guide.web1': 'Search for 学信档案 and sign in to CHSI',
  'guide.web2': 'Open 高等教育信息, then 学籍',
  'guide.web3': 'Choose 查看图像采集码',
  'guide.web4': 'Choose 保存图片 below the code and keep it on your phone',
  'guide.wechat': 'In WeChat: the CHSI account',
  'guide.wechat1': 'Follow 学信网 and sign in to the archive',
  'guide.wechat2': 'Open 高等教育信息, then 学籍信息',
  'guide.wechat3': 'Choose 查看图像采集码 and save the picture',
  'guide.app': 'The CHSI app',
  'guide.app1': 'The steps are the same as in WeChat',
  'guide.tip': 'Save the picture rather than a screenshot; we tell you when it is not clear enough.',
  'guide.tipTitle': 'Please mind',
  'guide.dont1': 'No screenshot, no photo of a screen: such codes often cannot be read',
  'guide.dont2': 'Do not crop, shrink or draw on the picture',
  'guide.dont3': 'Never use someone else’s code, nor pass yours on',
  'guide.right': 'The saved picture',
  'guide.wrong': 'A screenshot with a corner cut off',
  'guide.have': 'I have my code'
};
