let context: AudioContext | null = null;

/** A short tone: each step of the countdown. Silent where the browser has no sound or wants a touch first. */
export const tick = (): void => tone(880, 0.06, 0.15);

/** The photo is taken. */
export function shutter(): void {
  tone(1320, 0.08, 0.2);
  tone(660, 0.16, 0.2, 0.09);
}

/** @param hertz pitch @param seconds length @param loudness 0…1 @param after seconds from now */
function tone(hertz: number, seconds: number, loudness: number, after = 0): void {
  if (!('AudioContext' in window)) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') {
    void context.resume().catch(() => {
      // Not touched yet: this tone is not heard.
    });
  }
  const start = context.currentTime + after;
  const swing = context.createOscillator();
  const volume = context.createGain();
  swing.frequency.value = hertz;
  volume.gain.setValueAtTime(loudness, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  swing.connect(volume).connect(context.destination);
  swing.start(start);
  swing.stop(start + seconds);
}
