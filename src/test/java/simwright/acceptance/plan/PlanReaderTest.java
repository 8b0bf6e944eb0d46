package simwright.acceptance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simwright.acceptance.step.Steps;
import simwright.fault.Fault;

/// Plans are read as their schema says, and every refusal names file, line and reason.
class PlanReaderTest {
  private static final String HEAD = "name: mine\ntitle: Mine\nmain:\n";

  @TempDir Path folder;

  private record Wrong(String text, int line, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("", 1, "a plan has name, title and main"),
        new Wrong("- one\n- two\n", 1, "a plan has name, title and main"),
        new Wrong("name: mine\nmain:\n  - {kind: sim, title: S}\n", 1, "'title' is missing"),
        new Wrong(HEAD + "  - {kind: sim, title: S}\nmore: 1\n", 5, "'more' is not known here"),
        new Wrong(HEAD + "  []\n", 3, "main"),
        new Wrong(HEAD + "  - kind: sim\n    title: S\n    within: 3\n", 6, "'within'"),
        new Wrong(HEAD + "  - {kind: sim, title: S, within_s: 0}\n", 4, "within_s"),
        new Wrong(HEAD + "  - {kind: sim, title: S, within_s: .inf}\n", 4, "'.inf'"),
        new Wrong(HEAD + "  - {kind: smi, title: S}\n", 4, "there is no kind of step 'smi'"),
        new Wrong(HEAD + "  - kind: sim\n     title: S\n", 5, "mapping values"),
        new Wrong(
            HEAD + "  - {kind: sim, title: S, with: {level: 1}}\n",
            4,
            "sim takes no parameter 'level'"),
        new Wrong(
            HEAD + "  - {kind: functionality, title: S, with: {level: 9}}\n",
            4,
            "level is 0, 1 or 4"),
        new Wrong(HEAD + measured("{name: rsrp}"), 8, "'unit' is missing"),
        new Wrong(HEAD + measured("{name: rsrp, unit: dB}"), 8, "measured in dBm, not dB"),
        new Wrong(HEAD + measured("{name: speed, unit: s}"), 8, "no measurement 'speed'"),
        new Wrong(
            HEAD + measured("{name: rsrp, unit: dBm, least: -80}"), 8, "'least' is not known"),
        new Wrong(
            HEAD + "  - {kind: signal, title: S, measure: [{name: rsrp, unit: dBm}]}\n", 4, "id"),
        new Wrong(
            HEAD + measured("{name: rsrp, unit: dBm}\n      - {name: rsrp, unit: dBm}"),
            9,
            "stands twice"),
        new Wrong(
            HEAD + "  - {id: a, kind: sim, title: S}\n  - {id: a, kind: sim, title: T}\n",
            5,
            "the id 'a' stands twice"),
        new Wrong(
            HEAD
                + "  - {kind: distribution, title: D,"
                + " with: {of: later, measurement: seconds, unit: s}}\n",
            4,
            "no step before this one has the id 'later'"),
        new Wrong("name: mine\nname: yours\n", 2, "Duplicate field"),
        new Wrong(HEAD + "  - &a {kind: sim, title: S}\n", 4, "anchors"),
        new Wrong(HEAD + "  - {kind: sim, title: *a}\n", 4, "anchors"),
        new Wrong(HEAD + "  - {kind: sim, title: S}\n---\nname: two\n", 6, "second document"),
        new Wrong(HEAD + "  - " + "[".repeat(99) + "]".repeat(99) + "\n", 4, "nested too deep"));
  }

  private static String measured(String limit) {
    return "  - kind: signal\n    title: S\n    id: field\n    measure:\n      - " + limit + "\n";
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aPlanThatCannotBeUsedIsRefusedWithFileLineAndReason(Wrong wrong) {
    Fault fault =
        assertThrows(Fault.class, () -> Plans.read(wrong.text(), "mine.yaml", Steps.all()));
    assertEquals(PlanCodes.BROKEN_PLAN, fault.code());
    assertEquals("mine.yaml", fault.where());
    String why = fault.evidence().orElseThrow();
    assertTrue(why.startsWith("line " + wrong.line() + ": "), why);
    assertTrue(why.contains(wrong.words()), why);
  }

  @TestFactory
  Stream<DynamicTest> aShippedPlanIsAsTheSchemaSays() {
    return Plans.shipped(Steps.all()).all().stream()
        .map(plan ->
            DynamicTest.dynamicTest(
                plan.name(),
                () -> {
                  Plan read = Plans.read(shipped(plan.name()), "shipped", Steps.all());
                  assertEquals(plan, read);
                  assertTrue(read.size() > 0);
                }));
  }

  /// Cut anywhere, a plan is still a plan or is refused; nothing else comes out.
  @Test
  void aPlanCutAnywhereIsReadOrRefused() {
    String text = shipped("radio-cycle");
    int refused = 0;
    for (int end = 0; end < text.length(); end += 7) {
      try {
        assertEquals("radio-cycle", Plans.read(text.substring(0, end), "cut", Steps.all()).name());
      } catch (Fault fault) {
        assertEquals(PlanCodes.BROKEN_PLAN, fault.code());
        refused++;
      }
    }
    assertTrue(refused > 50, "only " + refused + " cuts were refused");
  }

  @Test
  void aBrokenOwnPlanLeavesTheOthersUsable() throws IOException {
    Files.writeString(folder.resolve("good.yml"), HEAD + "  - {kind: sim, title: S}\n");
    Files.writeString(folder.resolve("again.yaml"), shipped("first-boot"));
    Files.writeString(folder.resolve("bad.yaml"), HEAD + "  - {kind: smi, title: S}\n");
    Files.write(folder.resolve("noise.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.writeString(folder.resolve("notes.txt"), "no plan");
    Plans plans = Plans.with(folder, Steps.all());
    assertEquals(
        Stream.concat(shippedNames().stream(), Stream.of("mine")).toList(),
        plans.all().stream().map(Plan::name).toList());
    assertEquals(
        List.of("again.yaml", "bad.yaml", "noise.yaml"),
        plans.refused().stream()
            .map(fault -> Path.of(fault.where()).getFileName().toString())
            .toList());
  }

  private static List<String> shippedNames() {
    return Plans.shipped(Steps.all()).all().stream().map(Plan::name).toList();
  }

  @Test
  void whatIsRepeatedMoreOftenHasSoMuchMoreTime() {
    Plan plan = Plans.shipped(Steps.all()).named("radio-cycle");
    Plan more = plan.repeated(25);
    assertEquals(plan.size() + 20 * 3, more.size());
    assertEquals(plan.within().plusSeconds(20 * 100), more.within());
    assertEquals(plan.within(), plan.repeated(2).within());
  }

  private static String shipped(String name) {
    try (InputStream in = Plans.class.getResourceAsStream("/simwright/plans/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
