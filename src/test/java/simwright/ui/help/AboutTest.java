package simwright.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.time.HandTime;
import simwright.ui.DemoParts;

class AboutTest {
  private final HelpViewModel help = new HelpViewModel(new DemoParts(new HandTime()));

  @Test
  void whoeverIsAskedForHelpLearnsWhatRunsOnWhatAndWhereItsFilesLie() {
    assertEquals(
        List.of(
            "Version",
            "Built, and started from",
            "Java",
            "JavaFX",
            "System",
            "Data folder",
            "Audit log",
            "Transcripts",
            "Messages of the program",
            "Licence"),
        help.about().stream().map(HelpSource.Term::name).toList());
    assertTrue(help.about().stream().noneMatch(term -> term.meaning().isBlank()));
  }

  @Test
  void allOfItIsCopiedAsLines() {
    List<String> lines = help.aboutLines().lines().toList();
    assertEquals(help.about().size(), lines.size());
    assertEquals("Version: 1.0.0", lines.getFirst());
    assertTrue(lines.get(2).startsWith("Java: " + System.getProperty("java.version")));
    assertTrue(lines.contains("Audit log: /home/ines/.local/share/simwright/simwright.db"));
  }
}
