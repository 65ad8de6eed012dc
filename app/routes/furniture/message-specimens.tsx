import { ButtonLink } from "#app/ui/actions.tsx";
import { announce } from "#app/ui/announce.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Message } from "#app/ui/message.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Progress, ProgressRing } from "#app/ui/progress.tsx";
import { Specimen, say } from "./specimen.tsx";

const saved = () => say("Je tekst is bewaard.", "Your text is saved.");
const lessons = (done: number) => say(`${done} van 5 lessen`, `${done} of 5 lessons`);

export function MessageSpecimens() {
  return (
    <>
      <Specimen
        name="Notice"
        when="What must not be missed: info, success, warning; error is heard at once, so use it only for what just failed."
      >
        {() => (
          <>
            <Notice title={say("Over deze site", "About this site")}>
              <p>{say("Deze aanbieder is verzonnen.", "This provider is fictitious.")}</p>
            </Notice>
            <Notice kind="success">
              <p>{say("Je certificaat is klaar.", "Your certificate is ready.")}</p>
            </Notice>
            <Notice kind="warning" title={say("Nog niet beoordeeld", "Not yet reviewed")}>
              <p>{say("Een deskundige leest deze module nog na.", "An expert is still reading this module.")}</p>
            </Notice>
            <Notice kind="error">
              <p>{say("De betaling is niet gelukt. Probeer het opnieuw.", "The payment failed. Try again.")}</p>
            </Notice>
          </>
        )}
      </Specimen>
      <Specimen name="Message" when="What was just done, on the page that follows; a screen reader hears it once.">
        {() => <Message>{saved()}</Message>}
      </Specimen>
      <Specimen
        name="announce useAnnounce"
        when="Says once to who listens what is seen elsewhere on the page, in the frame’s one live region."
      >
        {() => (
          <button type="button" className="button button-quiet" onClick={() => announce(saved())}>
            {say("Zeg het", "Say it")}
          </button>
        )}
      </Specimen>
      <Specimen name="Progress" when="How far in something of known length; the words say it too.">
        {() => [0, 2, 5].map((done) => <Progress key={done} value={done} max={5} label={lessons(done)} />)}
      </Specimen>
      <Specimen name="ProgressRing" when="The same in the room of a letter: in lists and tables.">
        {() =>
          [0, 1, 2, 5].map((done) => (
            <div key={done}>
              <ProgressRing value={done} max={5} label={lessons(done)} />
            </div>
          ))
        }
      </Specimen>
      <Specimen name="Empty" when="Nothing here yet: why not, and the way to something.">
        {() => (
          <Empty
            title={say("Je hebt nog geen certificaten.", "You have no certificates yet.")}
            action={<ButtonLink to="#messages">{say("Naar Mijn leren", "To My learning")}</ButtonLink>}
          >
            <p>
              {say(
                "Rond je een module af, dan komt je certificaat hier te staan.",
                "When you finish a module, its certificate appears here.",
              )}
            </p>
          </Empty>
        )}
      </Specimen>
    </>
  );
}
