package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.ask.Shown;
import simwright.fault.Fault;

/// What a prompt of a plan shows beside its text, and where that stands not.
class PromptPictureTest {
  private static final byte[] DRAWN = {1, 2, 3, 4};
  private static final String PLAN =
      """
      name: look
      title: Look
      main:
        - {kind: prompt, title: Look, with: {ask: choice, options: ["Yes", "No"], pass: ["Yes"], otherwise: inconclusive, %s}}
      """;

  @TempDir Path folder;
  private Rig rig;
  private final List<Shown> seen = new ArrayList<>();

  @BeforeEach
  void open() {
    rig = new Rig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Run run(String shown, String answer) throws IOException {
    Path file = Files.writeString(folder.resolve("look.yaml"), PLAN.formatted(shown));
    return rig.run(
        Plans.file(file, Steps.all()),
        rig.device(""),
        looking(answer),
        new Cancel(),
        _ -> {},
        rig.book,
        Steps.all());
  }

  private Attendant looking(String answer) {
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        if (question instanceof Question.Pictured<A> pictured) {
          seen.add(pictured.shown());
        }
        return (Optional<A>) Optional.of(answer);
      }
    };
  }

  @Test
  void aPictureBesideThePlanIsShown() throws IOException {
    Files.write(folder.resolve("antenna.png"), DRAWN);
    assertEquals(Outcome.PASS, run("picture: antenna.png", "Yes").outcome());
    Shown.Image image = (Shown.Image) seen.getFirst();
    assertEquals("antenna.png", image.name());
    assertArrayEquals(DRAWN, image.bytes());
  }

  @Test
  void aPictureThatIsNotBesideThePlanIsRefusedWhenThePlanIsRead() {
    assertTrue(refused("picture: gone.png").startsWith("line 4: there is no picture 'gone.png'"));
    assertTrue(refused("picture: ../look.png").contains("beside the plan"));
    assertTrue(refused("picture: look.yaml").contains("PNG or JPEG"));
    assertTrue(refused("qr: a, picture: a.png").contains("there is no picture"));
    assertTrue(refused("qr: a, show_order: 1").contains("it shows one picture"));
    assertTrue(refused("show_order: later").contains("no step before this one"));
  }

  private String refused(String shown) {
    return assertThrows(Fault.class, () -> run(shown, "Yes")).evidence().orElseThrow();
  }

  @Test
  void aTextIsShownAsACode() throws IOException {
    assertEquals(Outcome.PASS, run("qr: 'https://example.org/help'", "Yes").outcome());
    assertEquals(List.of(new Shown.QrCode("https://example.org/help", false)), seen);
  }

  /// A test order's code is a secret: no text of it has it.
  @Test
  void withoutAnOrderThereIsNoCodeToShow() throws IOException {
    Run run = run("show_order: 1", "Yes");
    assertEquals(Outcome.NOT_STARTED, run.outcome());
    assertEquals(Optional.of(AcceptanceCodes.NO_ORDER), run.steps().getLast().code());
    assertFalse(new Shown.QrCode("LPA:1$a.test$SECRET", true).toString().contains("SECRET"));
  }

  @Test
  void aPersonsNoIsInconclusiveWhereThePlanSaysSo() throws IOException {
    assertEquals(Outcome.INCONCLUSIVE, run("qr: a", "No").outcome());
  }
}
