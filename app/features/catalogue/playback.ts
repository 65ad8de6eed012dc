/** What a player remembers on this device: where someone was in a clip, and how fast they like to listen. */
export const speeds = [0.75, 1, 1.25, 1.5] as const;

const SPEED = "kring.speed";
const placeOf = (file: string) => `kring.place.${file}`;
/** so near the end the clip has been seen */
const END = 5;
const EVERY_SECONDS = 2;

/** Storage can be full or switched off: playing goes on without it. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function write(key: string, value: string | null): void {
  try {
    value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
  } catch {
    // nothing to be done, and nothing lost but comfort
  }
}

export function rememberedSpeed(): number {
  const kept = Number(read(SPEED));
  return speeds.find((speed) => speed === kept) ?? 1;
}

export function setSpeed(player: HTMLMediaElement, speed: number): void {
  player.playbackRate = speed;
  write(SPEED, String(speed));
}

/** Brings the player back to where this device was, and keeps the place from then on. @returns what ends it */
export function keepPlace(player: HTMLMediaElement, file: string): () => void {
  const key = placeOf(file);
  const was = Number(read(key));
  let kept = was;
  // defaultPlaybackRate too: loading sets the rate back to it
  player.defaultPlaybackRate = rememberedSpeed();
  player.playbackRate = player.defaultPlaybackRate;
  const comeBack = () => {
    if (was > 0 && was < player.duration - END) player.currentTime = was;
  };
  if (player.readyState >= HTMLMediaElement.HAVE_METADATA) comeBack();
  else player.addEventListener("loadedmetadata", comeBack, { once: true });
  const keep = () => {
    if (player.ended || player.currentTime > player.duration - END) return write(key, null);
    if (player.currentTime > 0) write(key, player.currentTime.toFixed(1));
  };
  const tick = () => {
    if (Math.abs(player.currentTime - kept) < EVERY_SECONDS) return;
    kept = player.currentTime;
    keep();
  };
  player.addEventListener("timeupdate", tick);
  player.addEventListener("pause", keep);
  player.addEventListener("seeked", keep);
  return () => {
    player.removeEventListener("loadedmetadata", comeBack);
    player.removeEventListener("timeupdate", tick);
    player.removeEventListener("pause", keep);
    player.removeEventListener("seeked", keep);
  };
}
