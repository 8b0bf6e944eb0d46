package simwright.device;

import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.Commands;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;

/// What a device told of one need, by the commands that its family has for it: the value of the
/// first that gives one, else why the last did not. `supported` is false where the family has none.
public record Told<T>(Optional<T> value, Optional<FaultCode> code, boolean supported) {
  /// Asks for a need such as `temperature`.
  public static <T> Told<T> by(
      AtEngine engine, HardwareProfile profile, String need, Class<T> type) {
    Optional<FaultCode> last = Optional.empty();
    for (String text : profile.slot(need)) {
      Optional<? extends Answer<?>> answer = Commands.of(text, profile.units()).map(engine::send);
      Optional<T> value = answer.flatMap(Answer::value).filter(type::isInstance).map(type::cast);
      if (value.isPresent()) {
        return new Told<>(value, Optional.empty(), true);
      }
      last = answer.flatMap(Answer::code).or(() -> Optional.empty());
    }
    return new Told<>(Optional.empty(), last, !profile.slot(need).isEmpty());
  }
}
