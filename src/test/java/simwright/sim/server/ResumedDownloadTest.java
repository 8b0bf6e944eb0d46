package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.lpa.ProfileDownload;
import simwright.rsp.ActivationCode;
import simwright.sim.server.CardBench.Cut;

/// What was lost is asked for again where the session lives, and met anew where it does not; no
/// person is asked twice for the same, and no order is lost by trying.
class ResumedDownloadTest {
  private static final int MORE_THAN_AN_ORDER_TAKES = 11;
  private static final String CONSENT = "Download this profile?";

  @AutoClose private final CardBench bench;

  ResumedDownloadTest(@TempDir Path folder) {
    bench = new CardBench(folder);
  }

  private Order.State state(ActivationCode code) {
    return bench.orders.matching(code.matchingId()).state();
  }

  /// Agrees, and types these codes one after the other.
  private static Answering typing(String... codes) {
    ArrayDeque<String> left = new ArrayDeque<>(List.of(codes));
    return new Answering(question ->
        question instanceof Question.Secret
            ? Optional.ofNullable(left.poll()).map(String::toCharArray)
            : Optional.of(true));
  }

  @Test
  void aLostPackageIsAskedForAgainInTheSameSession() {
    ActivationCode code = bench.begin(1, new Cut(0, 3, true));
    assertTrue(bench.download(code).installed());
    assertEquals(5, bench.called(), "one mutual authentication, the package twice, the result");
    assertEquals(1, bench.stages("trigger").size());
    assertEquals(Order.State.INSTALLED, state(code));
  }

  @Test
  void aSessionThatRanOutWhileAPersonThoughtIsMetAnewWithoutAskingThemAgain() {
    ActivationCode code = bench.begin(1, Cut.NEVER);
    Answering slow =
        new Answering(question -> {
          bench.smdp.forget();
          return Optional.of(true);
        });
    assertTrue(bench.download(code, Optional.empty(), slow).installed());
    assertEquals(1, slow.asked(CONSENT));
    assertEquals(2, bench.stages("trigger").size());
  }

  @Test
  void aServerThatKnowsNoSessionIsNotMetForEver() {
    ActivationCode code = bench.begin(1, Cut.NEVER);
    bench.refuse("8.10.1", "3.9");
    Fault fault = assertThrows(Fault.class, () -> bench.download(code));
    assertEquals("es9+/8.10.1-3.9", fault.code().toString());
    assertEquals(2, bench.stages("retry").size());
  }

  @Test
  void packageBytesAreSentAgainWhileTheCardHasTakenNothingOfThem() {
    ActivationCode code = bench.begin(1, Cut.NEVER);
    bench.stumble(each -> each.data().hex().startsWith("BF36"));
    assertTrue(bench.download(code).installed());
    assertEquals(4, bench.called(), "nothing was fetched twice");
    assertEquals(2, bench.stages("transport").size());
  }

  @Test
  void packageBytesThatTheCardHasBegunAreWorthNothing() {
    ActivationCode code = bench.begin(1, Cut.NEVER);
    bench.stumble(each -> each.ins() == 0xe2 && each.data().hex().startsWith("A0"));
    Fault fault = assertThrows(Fault.class, () -> bench.download(code));
    assertEquals("cme/14", fault.code().toString());
    assertTrue(fault.state().orElseThrow().startsWith("The card says: not installed"));
    assertTrue(bench.download(code).installed());
  }

  @Test
  void aWrongCodeIsAskedForAgainAndTheRightOneIsKeptForTheJob() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "471147");
    Answering person = typing("471148", "471147");
    assertTrue(bench.download(code, Optional.empty(), person).installed());
    assertEquals(2, person.asked("Confirmation code"));
    assertEquals(1, person.asked(CONSENT));
    assertTrue(person.asked.getLast().text().contains("A wrong code was sent"));
  }

  @Test
  void aCodeIsTypedOnceThoughTheServerIsMetTwice() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "471147");
    Answering person =
        new Answering(question -> {
          if (question instanceof Question.Secret) {
            bench.smdp.forget();
            return Optional.of("471147".toCharArray());
          }
          return Optional.of(true);
        });
    assertTrue(bench.download(code, Optional.empty(), person).installed());
    assertEquals(1, person.asked("Confirmation code"));
    assertEquals(2, bench.stages("trigger").size());
  }

  @Test
  void theLastCodeOfAnOrderIsNeverSentByItself() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "471147");
    Fault two =
        assertThrows(
            Fault.class,
            () -> bench.download(code, Optional.empty(), typing("471141", "471142", "471143")));
    assertEquals("es9+/8.2.7-3.8", two.code().toString());
    assertEquals(Order.State.RELEASED, state(code), "one try is left");
    Answering careful =
        new Answering(question -> Optional.of(!question.title().contains("last code")));
    Optional<char[]> given = Optional.of("471143".toCharArray());
    Fault kept = assertThrows(Fault.class, () -> bench.download(code, given, careful));
    assertEquals("lpa/last-code", kept.code().toString());
    assertEquals(Order.State.RELEASED, state(code));
    assertTrue(bench.download(code, Optional.empty(), typing("471147")).installed());
  }

  @Test
  void anOrderIsNotUsedUpByRunsThatCannotSendTheirCode() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "471147");
    ActivationCode marked =
        ActivationCode.read("LPA:1$" + CardBench.HOST + "$" + code.matchingId() + "$$1");
    Attendant nobody = agreeingAhead();
    for (String wrong : List.of("471141", "471142")) {
      Optional<char[]> given = Optional.of(wrong.toCharArray());
      assertEquals(
          "es9+/8.2.7-3.8",
          assertThrows(Fault.class, () -> bench.download(marked, given, nobody)).code().toString());
    }
    Optional<char[]> right = Optional.of("471147".toCharArray());
    int met = bench.called();
    for (int run = 0; run < MORE_THAN_AN_ORDER_TAKES; run++) {
      Fault kept = assertThrows(Fault.class, () -> bench.download(marked, right, nobody));
      assertEquals("lpa/last-code", kept.code().toString());
      Fault none = assertThrows(Fault.class, () -> bench.download(code, Optional.empty(), nobody));
      assertEquals("lpa/code-needed", none.code().toString(), "wrong ones tell that it needs one");
    }
    assertEquals(met, bench.called(), "the server was not met");
    assertEquals(Order.State.RELEASED, state(code));
    assertTrue(bench.download(marked, right, typing()).installed());
  }

  @Test
  void aCodeThatIsAnnouncedAndThatNobodyCanGiveIsMissedBeforeTheServerIsMet() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "471147");
    ActivationCode marked =
        ActivationCode.read("LPA:1$" + CardBench.HOST + "$" + code.matchingId() + "$$1");
    Fault none =
        assertThrows(Fault.class, () -> bench.download(marked, Optional.empty(), agreeingAhead()));
    assertEquals("lpa/code-needed", none.code().toString());
    assertEquals(0, bench.called());
  }

  /// As with `--yes` where there is no terminal.
  private static Attendant agreeingAhead() {
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        boolean ahead =
            question instanceof Question.Consent consent
                && consent.option().isPresent()
                && consent.option().get().equals(Question.Consent.YES);
        return ahead ? (Optional<A>) Optional.of(true) : question.byDefault();
      }

      @Override
      public boolean isThere() {
        return false;
      }
    };
  }

  @Test
  void whatWasInstalledAndNotToldIsToldBeforeTheCodeIsTriedAgain() {
    ActivationCode code = bench.begin(1, new Cut(0, 4, false));
    assertTrue(bench.download(code).installed());
    assertEquals(Order.State.DOWNLOADED, state(code));
    bench.cut(Cut.NEVER);
    Fault fault = assertThrows(Fault.class, () -> bench.download(code));
    assertEquals("lpa/already-there", fault.code().toString());
    assertEquals(Order.State.INSTALLED, state(code));
    assertEquals(1, bench.onCard());
  }

  @Test
  void whatIsThereAlreadyIsToldAndPutOffWhereTheProfileNamesNobodyToTell() {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, offer -> tellingNobody(offer), "");
    bench.cut(new Cut(0, 4, false));
    assertTrue(bench.download(code).installed());
    bench.cut(Cut.NEVER);
    Fault fault = assertThrows(Fault.class, () -> bench.download(code));
    assertEquals("lpa/already-there", fault.code().toString());
    String words = fault.state().orElseThrow();
    assertTrue(words.startsWith("The card says: not installed by this, as it was there"), words);
    assertTrue(bench.stages("verdict").getLast().contains("not-done"));
    assertTrue(bench.stages("cancelled").getFirst().contains("POSTPONED"));
    assertEquals(Order.State.INSTALLED, state(code));
  }

  @Test
  void aProfileThatWasNeverThereIsNotToldAsDeleted() {
    var unused = bench.begin(1, Cut.NEVER);
    Iccid none = new Iccid("8988211000000999995");
    Fault fault =
        assertThrows(
            Fault.class, () -> bench.run(bench.acts.delete(bench.device, none, new Agreeing())));
    assertEquals("lpa/no-profile", fault.code().toString());
    String words = fault.state().orElseThrow();
    assertTrue(words.startsWith("The card says: not deleted, as there was none."), words);
    assertTrue(bench.stages("verdict").getLast().contains("not-done"));
  }

  @Test
  void whoDoesNotWaitForASilentServerHearsAtOnceWhatTheCardSays() throws Exception {
    bench.place(1, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "");
    CompletableFuture<Job<ProfileDownload.Result>> begun = new CompletableFuture<>();
    CountDownLatch over = new CountDownLatch(1);
    bench.packing(bytes -> {
      begun.join().cancel();
      await(over);
      return bytes;
    });
    long from = bench.time.nanos();
    Job<ProfileDownload.Result> job =
        bench.acts.download(bench.device, code, Optional.empty(), Optional.empty(), new Agreeing());
    begun.complete(job);
    try {
      assertThrows(NoSuchElementException.class, () -> bench.run(job), "it has no result");
      Fault left = job.view().get().fault().orElseThrow();
      assertEquals("job/cancelled", left.code().toString());
      String words = left.state().orElseThrow();
      assertTrue(words.startsWith("The card says: not installed."), words);
      assertTrue(bench.time.nanos() - from < Duration.ofSeconds(20).toNanos(), "not 180 s");
      assertTrue(bench.stages("cancelled").getFirst().contains("POSTPONED"));
    } finally {
      over.countDown();
    }
    bench.packing(UnaryOperator.identity());
    assertTrue(bench.download(code).installed());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Offer tellingNobody(Offer offer) {
    return new Offer(
        offer.name(),
        offer.provider(),
        offer.upp(),
        offer.kind(),
        offer.rules(),
        offer.plmn(),
        List.of());
  }
}
