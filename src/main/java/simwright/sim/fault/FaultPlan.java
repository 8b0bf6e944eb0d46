package simwright.sim.fault;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Faults as a person writes them: `flip:0.01,drop:0.001,no-ping`; each kind with its argument.
public record FaultPlan(Map<FaultKind, String> faults) {
  /// The specification is not understood.
  public static final FaultCode UNKNOWN = new FaultCode("lab", "fault-unknown");

  /// None.
  public static final FaultPlan NONE = new FaultPlan(Map.of());

  /// Reads a specification; "" is none.
  public static FaultPlan parse(String text) {
    Map<FaultKind, String> faults = new EnumMap<>(FaultKind.class);
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        int colon = part.indexOf(':');
        String name = (colon < 0 ? part : part.substring(0, colon)).strip();
        String value = colon < 0 ? "" : part.substring(colon + 1).strip();
        FaultKind kind =
            FaultKind.of(name)
                .filter(each -> each.takes(value))
                .orElseThrow(() -> unknown(part.strip()));
        faults.put(kind, value);
      }
    }
    return new FaultPlan(Map.copyOf(faults));
  }

  private static Fault unknown(String part) {
    String all =
        Arrays.stream(FaultKind.values()).map(FaultKind::usage).collect(Collectors.joining(" "));
    return new Fault(UNKNOWN, "reading a fault", part, "there are: " + all, null);
  }

  /// Whether a fault is planned.
  public boolean has(FaultKind kind) {
    return faults.containsKey(kind);
  }

  /// The chance of a byte fault; 0 where it is not planned.
  public double chance(FaultKind kind) {
    return has(kind) ? Double.parseDouble(faults.get(kind)) : 0;
  }

  /// The number of a fault; empty where it is not planned or has none.
  public OptionalInt number(FaultKind kind) {
    String value = faults.getOrDefault(kind, "").replaceFirst("s$", "");
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }
}
