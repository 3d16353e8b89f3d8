// Before the product's own code is there, and where it does not come: says so, with a way on. The layout takes it away.
const opening = document.getElementById('opening');
const show = () => {
  if (opening) opening.hidden = false;
};
setTimeout(show, 8000);
// A script that does not come, or is not what it should be.
addEventListener('error', show, true);
addEventListener('unhandledrejection', show);
opening?.querySelector('button')?.addEventListener('click', () => location.reload());
