import type { Migration } from './migration';

const standing = `COALESCE((SELECT s.state FROM submission AS s WHERE s.campaign = student.campaign
    AND s.student_number = student.student_number AND s.erased_at IS NULL AND s.state <> 'withdrawn'
  ORDER BY CASE s.state WHEN 'approved' THEN 0 WHEN 'inReview' THEN 1 WHEN 'received' THEN 2 ELSE 3 END LIMIT 1), 'none')`;
const stand = (row: string) =>
  `UPDATE student SET standing = ${standing} WHERE campaign = ${row}.campaign AND student_number = ${row}.student_number;`;

const columns = `
  ALTER TABLE student ADD COLUMN standing TEXT NOT NULL DEFAULT 'none';
  ALTER TABLE submission ADD COLUMN warned TEXT NOT NULL DEFAULT '';
  UPDATE student SET standing = ${standing};
  CREATE INDEX student_standing ON student (campaign, class, standing);
  CREATE INDEX submission_decided ON submission (campaign, changed_at, state, received_at)
    WHERE state IN ('approved', 'rejected') AND erased_at IS NULL;
  CREATE INDEX submission_refused ON submission (campaign, reasons, warned)
    WHERE state = 'rejected' AND erased_at IS NULL;`;

/**
 * What the overview counts: how far each student of the list has come, kept by the database itself with every change of a
 * submission; the rules that warned; what was decided when and why, each in an index that holds all that is asked.
 */
export const overview: Migration = {
  sqlite: `${columns}
   UPDATE submission SET warned = COALESCE((SELECT group_concat(json_extract(value, '$.id'), ' ')
     FROM json_each(submission.report, '$.findings')
     WHERE json_extract(value, '$.verdict') IN ('warn', 'fail')), '');
   CREATE TRIGGER submission_stands_new AFTER INSERT ON submission BEGIN ${stand('NEW')} END;
   CREATE TRIGGER submission_stands AFTER UPDATE OF state, student_number, campaign, erased_at ON submission
     BEGIN ${stand('NEW')} ${stand('OLD')} END;`,
  postgres: `${columns}
   UPDATE submission SET warned = COALESCE((SELECT string_agg(one ->> 'id', ' ')
     FROM json_array_elements(submission.report::json -> 'findings') AS one
     WHERE one ->> 'verdict' IN ('warn', 'fail')), '');
   CREATE FUNCTION submission_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     ${stand('NEW')}
     IF TG_OP = 'UPDATE' AND (OLD.student_number, OLD.campaign) <> (NEW.student_number, NEW.campaign) THEN
       ${stand('OLD')}
     END IF;
     RETURN NULL; END $$;
   CREATE TRIGGER submission_stands_new AFTER INSERT ON submission FOR EACH ROW EXECUTE FUNCTION submission_stands();
   CREATE TRIGGER submission_stands AFTER UPDATE OF state, student_number, campaign, erased_at ON submission
     FOR EACH ROW EXECUTE FUNCTION submission_stands();`
};
