package simwright.sim.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Faults as a person writes them: `flip:0.01,drop:0.001,no-ping`. Bytes: `drop`, `dup`, `flip`
/// with a chance for each byte, `silence` (nothing is answered). State: `no-sim`, `no-coverage`,
/// `deny:CAUSE` (EMM cause), `no-address`, `no-ping`, `hangup:BYTES` (the cable is pulled after so
/// many bytes were sent).
public record FaultPlan(Map<String, String> faults) {
  /// The specification is not understood.
  public static final FaultCode UNKNOWN = new FaultCode("lab", "fault-unknown");

  private static final Set<String> CHANCES = Set.of("drop", "dup", "flip");
  private static final Set<String> PLAIN =
      Set.of("silence", "no-sim", "no-coverage", "no-address", "no-ping");
  private static final Set<String> NUMBERS = Set.of("deny", "hangup");

  /// None.
  public static final FaultPlan NONE = new FaultPlan(Map.of());

  /// Reads a specification; "" is none.
  public static FaultPlan parse(String text) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int colon = part.indexOf(':');
      String name = (colon < 0 ? part : part.substring(0, colon)).strip();
      String value = colon < 0 ? "" : part.substring(colon + 1).strip();
      boolean fits =
          (CHANCES.contains(name) && value.matches("0(?:\\.[0-9]+)?|1"))
              || (NUMBERS.contains(name) && value.matches("[0-9]{1,9}"))
              || (PLAIN.contains(name) && value.isEmpty());
      if (!fits) {
        throw new Fault(UNKNOWN, "reading a fault", part.strip());
      }
      faults.put(name, value);
    }
    return new FaultPlan(Map.copyOf(faults));
  }

  /// Whether a fault is planned.
  public boolean has(String name) {
    return faults.containsKey(name);
  }

  /// The chance of a byte fault.
  public OptionalDouble chance(String name) {
    return has(name)
        ? OptionalDouble.of(Double.parseDouble(faults.get(name)))
        : OptionalDouble.empty();
  }

  /// The number of a fault.
  public OptionalInt number(String name) {
    return has(name) ? OptionalInt.of(Integer.parseInt(faults.get(name))) : OptionalInt.empty();
  }
}
