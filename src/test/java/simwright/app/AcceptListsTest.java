package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands about plans and runs list, for who sees it the first time.
class AcceptListsTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();

  @AfterEach
  void close() {
    shell.close();
  }

  private String ok(String... words) {
    assertEquals(0, run(words), shell::err);
    return shell.out();
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("d").toString()));
    return shell.run(all);
  }

  @Test
  void aPlanIsOneLineWithItsTitleItsWearAndItsNeeds() {
    String listed = ok("accept", "plans");
    String capacity = line(listed, "capacity ");
    assertTrue(capacity.contains("eUICC and multi-profile capacity"), capacity);
    assertTrue(capacity.contains("22 orders, 10 switches"), capacity);
    assertTrue(line(listed, "memory-reset ").contains("1 order"), listed);
    assertTrue(line(listed, "memory-reset ").contains("deletes"), listed);
    assertTrue(line(listed, "peak-event-on-site ").contains("--site, --event, --time"), listed);
    assertTrue(line(listed, "discovery ").endsWith("-"), "it needs nothing");
    assertTrue(listed.lines().allMatch(each -> each.length() <= 140), listed);
  }

  @Test
  void whatIsNamedIsToldWhole() {
    String told = ok("accept", "plans", "first-boot");
    assertTrue(told.contains("registration within a limit"), told);
    assertTrue(told.contains("judged by"), told);
    assertFalse(told.contains("eUICC and multi-profile capacity"), told);
    assertEquals(2, run("accept", "plans", "no-such-plan"));
  }

  @Test
  void theSameChangeAgainAndAgainIsOneLine() {
    String filled = line(ok("accept", "run", "capacity", "--dry-run"), "▲ Filled until it refuses");
    assertTrue(filled.matches(".*\\(uses an order\\) × [12][0-9]"), filled);
    assertEquals(1, shell.out().split("Filled until it refuses", -1).length - 1, shell.out());
  }

  @Test
  void everyCommandAboutPlansTakesTheDataFolder() {
    assertTrue(ok("accept", "kinds").contains("connect"), shell.out());
    assertEquals(1, run("accept", "lint", folder.resolve("no-plan.yaml").toString()));
  }

  /// They lie beside plans, so that `plans/*.yaml` names them as well.
  @Test
  void limitsAreCheckedAsLimits() throws IOException {
    Path limits = folder.resolve("own.limits.yaml");
    Files.writeString(
        limits,
        "name: own\nversion: '3'\nlimits:\n  - {of: a, measurement: b, unit: s, most: 9}\n");
    assertEquals(0, run("accept", "lint", limits.toString()));
    assertTrue(shell.out().contains("own 3: 1 limits, in order"), shell.out());
    Files.writeString(limits, "name: own\nversion: '3'\nlimits:\n  - {of: a, most: nine}\n");
    assertEquals(1, run("accept", "lint", limits.toString()));
  }

  private static String line(String all, String begin) {
    return all.lines().filter(each -> each.startsWith(begin)).findFirst().orElseThrow();
  }
}
