/**
 * Who may call what. `anyone`: no sign-in, and nothing that belongs to anybody; `key`: the bearer of a submission's
 * key, checked where the submission is read; `collector`: the bearer of the metrics' token; `staff`, `reviewer` and
 * `admin`: signed-in staff. An admin may do what a reviewer may; one who has yet to show a passkey, what `staff` may. Endpoints declare it (`http/route.ts`); pages stand here.
 */
/** Of signed-in staff. */
export type StaffAccess = 'staff' | 'reviewer' | 'admin';
export type Access = 'anyone' | 'key' | 'collector' | StaffAccess;

/** The console's pages, by route id; pages of the flow hold no data of the server's. */
export const pages: Readonly<Record<string, Access>> = {
  '/review/sign-in': 'anyone',
  '/review/account': 'staff',
  '/review': 'reviewer',
  '/review/desk': 'reviewer',
  '/review/photo/[id]': 'reviewer',
  '/review/batch': 'reviewer',
  '/review/campaigns': 'admin',
  '/review/campaigns/edit': 'admin',
  '/review/campaigns/poster': 'admin',
  '/review/bulk': 'admin',
  '/review/jobs': 'admin',
  '/review/log': 'admin',
  '/review/overview': 'reviewer',
  '/review/staff': 'admin',
  '/review/unit': 'admin'
};

/** Whether a route is the staff's. */
export const isStaffRoute = (route: string) => /^\/(review|api\/v1\/staff)(\/|$)/.test(route);

/** Whether a route is the console's page, or would be: endpoints below it end their sign-in. */
export const isConsolePage = (route: string) =>
  /^\/review(\/|$)/.test(route) && !/^\/review\/sign-in\/./.test(route);

/** Who may open a page; null: nobody, for what the table does not name is refused where the staff is. */
export const pageAccess = (route: string): Access | null =>
  pages[route] ?? (isConsolePage(route) ? null : 'anyone');
