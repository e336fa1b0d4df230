const kept = 'circlewell:soft-tone';

/** Whether this device makes a soft tone when an item is nearly over. Off unless somebody chose it here. */
export function wantsTone(storage: Storage): boolean {
  return storage.getItem(kept) === 'on';
}

export function chooseTone(storage: Storage, wanted: boolean): void {
  if (wanted) storage.setItem(kept, 'on');
  else storage.removeItem(kept);
}

/** One low, soft tone like a singing bowl: 2.5 seconds, at a tenth of full loudness. */
export function playTone(): void {
  const audio = new AudioContext();
  const [sound, loudness] = [audio.createOscillator(), audio.createGain()];
  sound.frequency.value = 330;
  loudness.gain.setValueAtTime(0.0001, audio.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.1, audio.currentTime + 0.15);
  loudness.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 2.5);
  sound.connect(loudness).connect(audio.destination);
  sound.onended = () => void audio.close();
  sound.start();
  sound.stop(audio.currentTime + 2.5);
}
