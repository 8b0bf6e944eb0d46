package simwright.ui.terminal;

import java.time.Duration;
import java.util.List;
import simwright.time.Time;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// Runs a macro line by line and says in words how it ended.
final class MacroRun {
  private static final Duration ANSWER = Duration.ofMinutes(4);

  private final TerminalSource source;
  private final Time time;

  MacroRun(TerminalSource source, Time time) {
    this.source = source;
    this.time = time;
  }

  String run(String device, Macro macro) {
    for (Macro.Step step : macro.steps()) {
      List<String> answer =
          source.send(device, step.send()).await(time.deadline(ANSWER)).orElse(List.of());
      if (answer.stream().noneMatch(line -> line.contains(step.expect()))
          && !step.expect().isEmpty()) {
        return Text.format(
            "terminal.macro.stopped", macro.name(), DeviceText.literal(step.send()), step.expect());
      }
      time.sleep(Duration.ofMillis(step.waitMillis()));
    }
    return Text.format("terminal.macro.done", macro.name());
  }
}
