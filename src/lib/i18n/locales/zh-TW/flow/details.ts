import type { Translation } from '../../../message';
import type { details as source } from '../../zh-CN/flow/details';

export const details: Translation<typeof source> = {
  'register.title': '掃描你的採集碼',
  'register.lead': '把採集碼放進方框，會自動辨識。',
  'register.upload': '上傳採集碼圖片',
  'register.paste': '也可以貼上或拖入圖片',
  'register.type': '自行填寫',
  'register.scan': '開啟相機掃描',
  'register.reading': '正在辨識採集碼…',
  'register.typeTitle': '填寫你的資料',
  'register.typeLead': '請與學信網上的資料一致，包括簡體或繁體的寫法。',
  'register.name': '姓名',
  'register.studentNumber': '學號',
  'register.studentNumberHint': '和學信網帳號上的學號（学号）相同',
  'register.nameMissing': '請填寫姓名',
  'register.studentNumberWrong': '學號應為 4 到 32 位數字或字母',
  'register.next': '下一步',
  'register.token': '採集碼已讀取。它的內容是加密的，請再填寫姓名和學號，提交時會核對。',

  'confirm.title': '這是你嗎？',
  'confirm.name': '姓名',
  'confirm.studentNumber': '學號',
  'confirm.institution': '學校',
  'confirm.institutionCode': '學校代碼',
  'confirm.campaign': '採集任務',
  'confirm.token': '採集碼',
  'confirm.tokenKept': '已讀取（加密）',
  'confirm.masked': '為保護隱私，姓名和學號只顯示一部分。',
  'confirm.yes': '資料無誤',
  'confirm.again': '重新掃描或填寫',
  'confirm.wrongField': '不對？',
  'confirm.change': '改一下',
  'confirm.wrongWhich': '：{field}',
  'confirm.wrongToken': '如果這不是你自己的採集碼，請重新掃描；加密內容會在提交時與姓名、學號核對。',
  'confirm.wrongNumber': '學號空白、是 0 或不對：請學校學籍部門在學信網更正，然後重新下載採集碼。',
  'confirm.wrongInstitution':
    '學校名稱或代碼不一致（例如轉學、合併）：請學籍部門更新學信網資料後，重新下載採集碼。',
  'confirm.wrongName': '姓名不是你的：這可能是別人的採集碼，請重新掃描自己的。'
};
