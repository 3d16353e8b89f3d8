import type { CampaignInput } from '$lib/api/contracts/campaign';

/** What a first start without configuration offers: the default standard and the operating flow's own policy. */
export const sampleCampaign: CampaignInput = {
  code: 'default',
  name: { 'zh-CN': '毕业生图像采集（示例）', en: 'Graduation photos (sample)' },
  institution: { code: '10000', name: '示例大学' },
  anyInstitution: true,
  standard: 'chsi-99',
  contact: {
    hours: {
      'zh-CN': '周一至周五（法定节假日除外）8:30–12:00，14:00–17:30',
      en: 'Monday to Friday, public holidays excepted, 8:30–12:00 and 14:00–17:30'
    },
    text: { 'zh-CN': '如有问题，请联系本校学籍管理部门。', en: 'Questions? Ask your registry office.' }
  }
};
