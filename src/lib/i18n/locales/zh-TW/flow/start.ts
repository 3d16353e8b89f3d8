import type { Translation } from '../../../message';
import type { start as source } from '../../zh-CN/flow/start';

export const start: Translation<typeof source> = {
  'home.title': '你想怎麼拍？',
  'home.code': '用採集碼採集',
  'home.codeHint': '掃描學信網的影像採集碼（图像采集码），對著手機或電腦拍照',
  'home.upload': '上傳現有的照片',
  'home.uploadHint': '照相館拍的證件照也可以',
  'home.guide': '採集碼在哪裡？',
  'home.promise': '拍照、裁切、換背景都在這台裝置上完成，只有成品照片會被提交。',
  'home.resume': '繼續上次的採集',
  'home.restart': '清除並重新開始',
  'home.campaign': '用特徵碼進入',
  'home.campaignHint': '學校或活動發給你的一串字元',

  'guide.title': '怎樣取得影像採集碼',
  'guide.web': '電腦：學信檔案',
  'guide.web1': '搜尋「学信档案」，登入學信網（学信网）',
  'guide.web2': '開啟「高等教育信息」裡的「学籍」',
  'guide.web3': '點「查看图像采集码」',
  'guide.web4': '點碼下方的「保存图片」，存到手機',
  'guide.wechat': '微信：學信網公眾號',
  'guide.wechat1': '關注「学信网」，登入學信檔案',
  'guide.wechat2': '進入「高等教育信息」的「学籍信息」',
  'guide.wechat3': '點「查看图像采集码」，儲存圖片',
  'guide.app': '學信網 App',
  'guide.app1': '步驟和公眾號一樣',
  'guide.tip': '請用「保存图片」，盡量不要截圖；截圖不清楚時我們會告訴你。',
  'guide.tipTitle': '請注意',
  'guide.dont1': '不要截圖，也不要對著螢幕翻拍：這樣的碼常常讀不出來',
  'guide.dont2': '不要裁切、壓縮圖片，也不要在碼上塗畫',
  'guide.dont3': '不要用別人的碼，也不要把自己的碼給別人',
  'guide.right': '儲存的原圖',
  'guide.wrong': '少了一角的截圖',
  'guide.have': '我有採集碼了'
};
