interface Device {
  connection?: { saveData?: boolean };
}

/** The browser was told to save data; false where it does not say. */
export const savesData = ({ connection }: Device = navigator as object): boolean =>
  connection?.saveData === true;
