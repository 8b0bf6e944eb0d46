package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.euicc.ProfileInfo;
import simwright.rsp.ActivationCode;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.TrustCodes;

/// Who agrees to a download over a server that is believed by an exception only is told so, and is
/// asked anew where that changes.
@Timeout(60)
class DownloadConsentTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private final List<String> asked = new ArrayList<>();
  private final Attendant agreeing =
      new Attendant() {
        @Override
        @SuppressWarnings("unchecked")
        public <A> Optional<A> ask(Question<A> question) {
          asked.add(question.text());
          return (Optional<A>) Optional.of(true);
        }
      };
  private Rig rig;
  private DownloadConsent consent;
  private ProfileInfo profile;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    Device device = rig.device("");
    var unused = device.connect();
    Readiness ready = device.card(new Cancel(), Readiness::of);
    profile = ready.there().getFirst();
    Intents intents =
        new Intents(rig.store, rig.book, rig.book::reveal, SwitchLimit.USUAL, rig.time);
    consent =
        new DownloadConsent(
            new Flow("job", device.id(), agreeing, Progress.none(), new Cancel(), rig.book),
            intents,
            rig.time,
            new ProfileDownload.Wish(
                ActivationCode.at("smdp.example.com"),
                Optional.empty(),
                new Circumstances(() -> device.view().get().snapshot(), false),
                Optional.empty()),
            ready);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void ask(Optional<HostException.Use> excepted) {
    consent.ask(
        profile.raw(), profile, new PolicyVerdict(Optional.empty(), false, List.of()), excepted);
  }

  @Test
  void anExceptionIsToldAndAnotherOneIsAnotherQuestion() {
    HostException exception =
        new HostException(
            "smdp.example.com",
            "AB".repeat(32),
            Instant.parse("2026-11-30T00:00:00Z"),
            "a bench in the cellar");
    HostException.Use use = new HostException.Use(exception, List.of(TrustCodes.EXPIRED));
    ask(Optional.of(use));
    assertEquals(1, asked.size());
    assertTrue(
        asked
            .getFirst()
            .endsWith(
                "Exception: The TLS certificate of smdp.example.com is believed by an exception"
                    + " only (it has ended), which holds until 2026-11-30T00:00:00Z, because: a"
                    + " bench in the cellar."),
        asked.getFirst());
    ask(Optional.of(use));
    assertEquals(1, asked.size(), "who has agreed is not asked again");
    ask(Optional.of(new HostException.Use(exception, List.of(TrustCodes.ROOT))));
    assertEquals(2, asked.size(), "for another reason it is");
    ask(Optional.empty());
    assertEquals(3, asked.size());
    assertFalse(asked.getLast().contains("Exception"), asked.getLast());
  }
}
