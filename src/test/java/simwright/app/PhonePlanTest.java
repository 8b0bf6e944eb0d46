package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Safety;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.ask.Shown;
import simwright.job.PlanActs;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.report.JsonReport;
import simwright.report.QrDots;
import simwright.rollout.ProvisioningPath;
import simwright.rollout.RegistryEntry;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.sim.pty.PseudoTerminal;

/// The plan for phones that no tool can drive: a simulated card downloads with the code off the
/// screen, as the phone would. The server's word alone decides.
class PhonePlanTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @AutoClose
  private final Wiring wiring =
      new Wiring(Map.of("SIMWRIGHT_IDENTITY_PASSWORD", "bench"), PseudoTerminal.available());

  @AutoClose private final SimulatedBench bench = wiring.bench();

  private final List<String> codes = new ArrayList<>();

  private OpenData open() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("p", "ec25", "", 1)));
    var unusedServers = bench.startServers();
    return wiring.open(Optional.of(folder.resolve("d")), () -> Optional.of(folder.resolve("b")));
  }

  @Test
  void aDownloadThatTheServerTellsOfPasses() throws IOException {
    try (OpenData data = open()) {
      Run run = run(data, "phone", person(data, true));
      assertEquals(Outcome.PASS, run.outcome(), run.reason());
      assertEquals(Safety.State.VERIFIED, run.safety().state());
      assertEquals("the order is installed", last(run, "order-ended").words());
      assertEquals("Simwright Phone 4901…18", run.subject().model());
      assertEquals("Android 16 SW1A.001", run.subject().revision());
      assertEquals(run.subject(), data.plans().recorded(run.id()).subject(), "as the log says");
      RegistryEntry entry =
          data.results().registry("").stream()
              .filter(each -> each.kind().model().startsWith("Simwright Phone"))
              .findFirst()
              .orElseThrow();
      assertEquals("Android 16", entry.kind().os());
      assertEquals(Set.of(ProvisioningPath.OS_LPA), entry.paths());
      assertTrue(step(run, "installed").measured().getFirst().value().orElseThrow() > 0);
      assertEquals(1, codes.size(), "one code was shown");
      String report = JsonReport.of(run, data.book().anchor());
      String secret = ActivationCode.read(codes.getFirst()).matchingId();
      assertFalse(report.contains(secret), "no report has the code");
    }
    nowhere(ActivationCode.read(codes.getFirst()).matchingId());
  }

  /// The same answers, but nothing is downloaded.
  @Test
  void aPersonsWordAloneIsInconclusiveAndTheOrderIsEnded() throws IOException {
    Path plan = quick();
    try (OpenData data = open()) {
      Run run = run(data, plan.toString(), person(data, false));
      assertEquals(Outcome.INCONCLUSIVE, run.outcome(), run.reason());
      assertTrue(
          data.results().registry("").stream().allMatch(each -> each.paths().isEmpty()),
          "a person's word proves no way of provisioning");
      assertEquals(Outcome.PASS, step(run, "appears").outcome(), "the person said it was there");
      assertEquals(Optional.of(AcceptanceCodes.NOT_TOLD), step(run, "fetched").code());
      assertEquals(Safety.State.VERIFIED, run.safety().state());
      assertEquals("the order was cancelled", last(run, "order-ended").words());
      assertEquals("unavailable", data.orders().list().getFirst().state());
    }
  }

  /// The shipped plan, but it waits for the server no longer than a second.
  private Path quick() throws IOException {
    Path source = Path.of("src/main/resources/simwright/plans/phone.yaml");
    String text =
        Files.readString(source)
            .replace("name: phone\n", "name: quick\n")
            .replace("state: downloaded}, within_s: 120", "state: downloaded}, within_s: 1")
            .replace("state: installed}, within_s: 120", "state: installed}, within_s: 1");
    return Files.writeString(folder.resolve("quick.yaml"), text);
  }

  private Run run(OpenData data, String plan, Attendant person) {
    PlanActs.Wish wish =
        new PlanActs.Wish(plan, OptionalInt.empty(), Optional.empty(), RunHeader.NONE, Map.of());
    String phone = data.acts().idOf(LinkAddress.parse("hand:galaxy"));
    return data.plans()
        .run(wish, phone, "tester", person)
        .await(wiring.time().deadline(LONG))
        .orElseThrow();
  }

  /// Says of everything that it went well; the phone itself is a simulated card.
  private Attendant person(OpenData data, boolean downloads) {
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        if (question instanceof Question.Pictured<A> pictured) {
          String code = scanned((Shown.QrCode) pictured.shown());
          codes.add(code);
          if (downloads) {
            download(data, code);
          }
          return ask(pictured.asked());
        }
        return switch (question) {
          case Question.Choice choice -> (Optional<A>) Optional.of(choice.options().getFirst());
          case Question.Scan asks ->
              (Optional<A>)
                  Optional.of(
                      asks.title().equals("Which phone is it")
                          ? " Simwright  Phone 490154203237518"
                          : "Android 16 SW1A.001");
          default -> Optional.empty();
        };
      }
    };
  }

  private void download(OpenData data, String code) {
    String card = data.acts().idOf(data.address("p"));
    var unused =
        data.cards()
            .download(
                card, ActivationCode.read(code), Optional.empty(), Optional.empty(), new Agreeing())
            .await(wiring.time().deadline(LONG))
            .orElseThrow();
  }

  /// What a camera reads off the picture.
  private static String scanned(Shown.QrCode code) {
    QrDots dots = QrDots.of(code.text());
    int dot = 4;
    int size = dots.size() * dot;
    int[] pixels = new int[size * size];
    for (int at = 0; at < pixels.length; at++) {
      pixels[at] = dots.dark(at % size / dot, at / size / dot) ? 0xff000000 : 0xffffffff;
    }
    return QrCodes.of(new Picture(size, size, pixels)).codes().getFirst().text();
  }

  /// In no file of the data folder.
  private void nowhere(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("d"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret), file.toString());
      }
    }
  }

  private static StepRecord step(Run run, String id) {
    return run.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static StepRecord last(Run run, String kind) {
    return run.all().stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
  }
}
