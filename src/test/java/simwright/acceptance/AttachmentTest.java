package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Handed;
import simwright.ask.Question;

/// What a person attaches to a step is kept whole, found again by its hash, and named in the log.
class AttachmentTest {
  private static final byte[] PHOTO =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
                  + "789c6360606060000000050001a5f645400000000049454e44ae426082");

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Plan plan(String with) {
    return Plans.read(
        """
        name: look
        title: Look
        main:
          - {id: photo, kind: attachment, title: A photo of the label, with: {%s}}
        """
            .formatted(with),
        "look.yaml",
        Steps.all());
  }

  private Run run(String with, Optional<Handed> handed) {
    Run run =
        rig.run(
            plan(with),
            rig.device(""),
            handing(handed),
            new Cancel(),
            _ -> {},
            rig.book,
            Steps.all());
    assertEquals(run, rig.history.run(run.id()), "the log alone gives the same run");
    return run;
  }

  private static Attendant handing(Optional<Handed> handed) {
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        assertEquals("photo", ((Question.Attach) question).key());
        return (Optional<A>) handed;
      }
    };
  }

  @Test
  void aPhotoIsKeptAsItIsAndItsHashStandsInTheLog() throws IOException {
    Path file = Files.write(folder.resolve("label of 89.png"), PHOTO);
    Run run = run("", Optional.of(new Handed.Document(file)));
    assertEquals(Outcome.PASS, run.outcome(), run.reason());
    Attached one = run.steps().getFirst().attached().getFirst();
    assertEquals("label_of_89.png", one.name());
    assertEquals(Attached.Type.PNG, one.type());
    assertEquals(PHOTO.length, one.bytes());
    Attachments kept = Attachments.beside(rig.transcripts);
    Files.delete(file);
    assertArrayEquals(PHOTO, kept.bytes(one).orElseThrow());
    assertTrue(
        rig.book
            .search("step.finished", Long.MAX_VALUE, 10)
            .getFirst()
            .line()
            .contains(one.sha256()));
    Files.write(kept.folder().resolve(one.sha256()), new byte[] {1});
    assertEquals(Optional.empty(), kept.bytes(one), "what was changed since is not shown");
  }

  @Test
  void aNoteIsKeptWithoutIdentifiers() {
    Run run =
        run("", Optional.of(new Handed.Note("IMEI 356938035643809 stands on a scratched label")));
    Attached one = run.steps().getFirst().attached().getFirst();
    String text =
        new String(
            Attachments.beside(rig.transcripts).bytes(one).orElseThrow(), StandardCharsets.UTF_8);
    assertFalse(text.contains("356938035643809"), text);
    assertTrue(text.contains("scratched label"), text);
  }

  @Test
  void whatCannotBeKeptIsABenchErrorAndNothingIsNamed() {
    Run run = run("", Optional.of(new Handed.Document(folder.resolve("gone.png"))));
    assertEquals(Optional.of(AcceptanceCodes.ATTACHMENT), run.steps().getFirst().code());
    assertEquals(0, run.steps().getFirst().attached().size());
    assertFalse(run.outcome().fine());
  }

  @Test
  void withoutAnythingTheStepIsInconclusive() {
    assertEquals(Outcome.INCONCLUSIVE, run("", Optional.empty()).steps().getFirst().outcome());
  }

  @Test
  void whatIsNotNeededIsSkipped() {
    assertEquals(
        Outcome.SKIPPED, run("needed: 'no'", Optional.empty()).steps().getFirst().outcome());
  }
}
