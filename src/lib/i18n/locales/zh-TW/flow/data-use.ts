import type { Translation } from '../../../message';
import type { dataUse as source } from '../../zh-CN/flow/data-use';

export const dataUse: Translation<typeof source> = {
  'use.title': '會用到的其他系統',
  'use.text': '只在你選擇使用時才會用到，照片不會給他們。',
  'use.payment.wechat': '微信支付：訂單編號、金額；在手機瀏覽器付款時還有網路位址。',
  'use.payment.alipay': '支付寶：訂單編號、金額。',
  'use.message.push': '瀏覽器的推播服務：一則加密的審核結果通知。',
  'use.message.email': '郵件服務：電子郵件地址、隱去名字的審核結果。',
  'use.message.sms': '簡訊服務：手機號碼、隱去名字的審核結果。',
  'use.message.wechat': '微信訂閱訊息：微信 openid、隱去名字的審核結果。',
  'use.signIn.oidc': '學校單一登入：你登入了學照。',
  'use.signIn.cas': '學校單一登入（CAS）：你登入了學照。',
  'use.signIn.wechat': '微信登入：你登入了學照。'
};
