import type { Campaign } from '$lib/api/contracts/campaign';
import type { LeftOut } from '$lib/api/contracts/staff';
import type { Sql } from '../../store/sql';
import { finalFloor } from '../../submission/states';
import { nowMs } from '../../time';
import { missingStudents, type MissingState } from '../../store/missing-students';
import type { Table } from './tables';

/** Of tables of those who have no photo in an export. */
export const leftOutHeader = ['学号', '姓名', '班级', '原因'] as const;
export const leftOutReasons: Record<LeftOut | MissingState, string> = {
  second: '同一学号有多张不同来源的照片通过审核，尚未选定',
  photo: '照片文件缺失或被改动',
  fee: '费用已退回，尚未重新缴费',
  none: '在名单上，未提交照片',
  received: '在名单上，照片待审核',
  inReview: '在名单上，照片审核中',
  rejected: '在名单上，照片未通过，未重拍',
  undoable: '在名单上，刚刚通过审核，仍可撤销'
};

/** Who is on the list without an approved photo, and why; of one class, or of all. */
export async function missingTable(
  sql: Sql,
  { code, review }: Pick<Campaign, 'code' | 'review'>,
  className?: string
): Promise<Table> {
  const rows: string[][] = [];
  const floor = finalFloor(review.undoSeconds, nowMs());
  for await (const one of missingStudents(sql, code, floor, className))
    rows.push([one.studentNumber, one.name, one.class, leftOutReasons[one.state]]);
  return [[...leftOutHeader], ...rows];
}
