import { useEffect, useRef, useState } from "react";
import { formatMinutes, formatNumber } from "#app/platform/i18n/format.ts";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Block } from "./compiled.ts";

type MediaBlock = Extract<Block, { kind: "video" | "audio" }>;
type Playback = typeof import("./playback.ts");

interface LessonMediaProps {
  block: MediaBlock;
  /** the address of a file; without it there is nothing to play, as on paper, and the whole text stands open */
  mediaPath?: ((name: string) => string) | undefined;
}

/** A clip or recording: the browser's own player with captions on, and the whole text under it, always in the page. */
export function LessonMedia({ block, mediaPath }: LessonMediaProps) {
  const length = formatMinutes(block.minutes, getLocale());
  const kind = block.kind === "video" ? m.catalogue_video({ minutes: length }) : m.catalogue_audio({ minutes: length });
  const title = `${block.id}-title`;
  return (
    <section className={`lesson-block lesson-media lesson-${block.kind}`} id={block.id} aria-labelledby={title}>
      <h3 id={title}>
        {block.title ? <span lang="nl">{block.title}</span> : kind}
        {block.title ? <span className="lesson-media-kind">{kind}</span> : null}
      </h3>
      {block.html ? <Prose html={block.html} /> : null}
      {mediaPath ? <Player block={block} label={block.title ?? kind} mediaPath={mediaPath} /> : null}
      <details className="transcript" open={!mediaPath}>
        <summary>{m.catalogue_media_transcript()}</summary>
        <Prose html={block.transcript} />
      </details>
    </section>
  );
}

function Player({ block, label, mediaPath }: { block: MediaBlock; label: string; mediaPath: (name: string) => string }) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [playback, setPlayback] = useState<Playback | null>(null);
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    // Few lessons have a clip, so no other lesson carries this.
    import("./playback.ts").then(
      (loaded) => {
        if (gone || !player.current) return;
        end = loaded.keepPlace(player.current, block.file);
        setPlayback(loaded);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      end?.();
    };
  }, [block.file]);
  const common = { ref: player, src: mediaPath(block.file), controls: true, preload: "metadata", "aria-label": label, lang: "nl" };
  return (
    <div className="player">
      {block.kind === "video" ? (
        <video {...common} playsInline poster={block.poster ? mediaPath(block.poster) : undefined}>
          <track kind="captions" srcLang="nl" label="Nederlands" src={mediaPath(block.captions)} default />
        </video>
      ) : (
        <audio {...common} />
      )}
      <div className={playback ? "player-tools" : "player-tools player-tools-waiting"}>
        <label>
          {m.catalogue_media_speed()}{" "}
          <select
            key={playback ? "ready" : "waiting"}
            defaultValue={playback?.rememberedSpeed() ?? 1}
            onChange={(event) => player.current && playback?.setSpeed(player.current, Number(event.currentTarget.value))}
          >
            {(playback?.speeds ?? [1]).map((speed) => (
              <option key={speed} value={speed}>
                {m.catalogue_media_times({ speed: formatNumber(speed, getLocale()) })}
              </option>
            ))}
          </select>
        </label>
        <span>{m.catalogue_media_place_kept()}</span>
      </div>
    </div>
  );
}
