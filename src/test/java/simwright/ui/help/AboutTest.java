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
            "Root that is trusted",
            "Root that is trusted",
            "Licence"),
        help.about().stream().map(HelpSource.Term::name).toList());
    assertTrue(help.about().stream().noneMatch(term -> term.meaning().isBlank()));
  }

  @Test
  void eachRootIsToldWithItsKeyItsEndAndWhoPutItThere() {
    List<String> roots =
        help.about().stream()
            .filter(term -> term.name().equals("Root that is trusted"))
            .map(HelpSource.Term::meaning)
            .toList();
    assertEquals(
        "CN=Simwright test CI, key 0123456789abcdef0123456789abcdef01234567, for this lab only,"
            + " ends 2052-02-21",
        roots.getLast());
    assertTrue(roots.getFirst().contains("from the folder of roots"), roots.getFirst());
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
