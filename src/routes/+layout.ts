// Every page lives on what is in this browser's storage; the server sends the shell and answers /api.
export const ssr = false;
