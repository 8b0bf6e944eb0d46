package simwright.runbook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;

/// The typed values of answers in words: each component of a record by its name and unit.
final class ValueWords {
  private final Runbook runbook;
  private final Map<String, List<String>> names = new HashMap<>();

  ValueWords(Runbook runbook) {
    this.runbook = runbook;
    for (List<String> row : Resource.rows("values.txt")) {
      names.put(row.getFirst(), row);
    }
  }

  /// The parts of a value; `name` is what stands for a value that is no record.
  List<Explained> parts(String name, Object value) {
    List<Explained> parts = new ArrayList<>();
    add(parts, name, value);
    return parts;
  }

  private void add(List<Explained> parts, String name, Object value) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(some -> add(parts, name, some));
      case FaultCode code -> parts.add(cause(code));
      case Identifier identifier -> parts.add(identifier(identifier));
      case Registration registration -> registration(parts, registration);
      case SimState state -> parts.add(Explained.of("card", "", card(state)));
      case Record record -> components(parts, record);
      case List<?> list -> each(parts, name, list);
      case Map<?, ?> map -> map.forEach((key, one) -> add(parts, name + " " + key, one));
      case Boolean yes -> parts.add(Explained.of(called(name), yes ? "yes" : "no", ""));
      default -> parts.add(plain(name, value));
    }
  }

  private void each(List<Explained> parts, String name, List<?> list) {
    if (!list.isEmpty() && list.getFirst() instanceof Record) {
      for (Object one : list) {
        List<Explained> inside = parts(name, one);
        parts.add(Explained.of(called(name), "", "").with(inside));
      }
    } else if (!list.isEmpty()) {
      String all = String.join(", ", list.stream().map(String::valueOf).toList());
      parts.add(Explained.of(name, all, ""));
    }
  }

  private void components(List<Explained> parts, Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        add(parts, component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void registration(List<Explained> parts, Registration said) {
    String stat = Integer.toString(said.stat());
    String meaning = AtName.of("+CREG").orElseThrow().field(1).meaning(stat);
    parts.add(Explained.of("state", stat, meaning.isEmpty() ? "a state of the maker" : meaning));
    String area =
        switch (said.domain()) {
          case CS, PS -> "location area";
          case EPS, FIVE_GS -> "tracking area";
        };
    said.area().ifPresent(code -> parts.add(Explained.of(area, code, "")));
    said.cell().ifPresent(cell -> parts.add(Explained.of("cell", cell, "")));
    said.technology().ifPresent(how -> parts.add(Explained.of("technology", how, "")));
    said.cause().ifPresent(cause -> parts.add(cause(cause)));
  }

  private Explained cause(FaultCode code) {
    String title = runbook.entry(code).map(Entry::title).orElse("no entry in the runbook");
    return Explained.of("cause", code.toString(), title).see(code);
  }

  private static Explained identifier(Identifier identifier) {
    String check =
        switch (identifier.check()) {
          case RIGHT -> "check digits right";
          case WRONG -> "check digits wrong, which real cards and test devices sometimes have";
          case NONE -> "";
        };
    return Explained.of(identifier.kind().toUpperCase(Locale.ROOT), identifier.value(), check);
  }

  private static String card(SimState state) {
    return switch (state) {
      case READY -> "ready, no code is asked";
      case PIN -> "waits for its PIN";
      case PUK -> "blocked, waits for the PUK";
      case OTHER_LOCK -> "waits for another code: PIN2, PUK2 or a lock of the device";
      case ABSENT -> "not there";
      case BUSY -> "busy or starting";
      case FAILED -> "failed or refused";
      case NO_PROFILE -> "an eUICC without an enabled profile";
    };
  }

  private Explained plain(String name, Object value) {
    List<String> known = names.getOrDefault(name, List.of(name, called(name), ""));
    String text = value instanceof Double number ? number(number) : value.toString();
    String unit = known.get(2);
    if (text.isEmpty()) {
      return Explained.of(known.get(1), "", "nothing given for " + known.get(1));
    }
    String shown = unit.isEmpty() ? text : text + (unit.equals("%") ? "" : " ") + unit;
    return Explained.of(known.get(1), shown, judged(name, value));
  }

  /// Rules of thumb for a look at the bench; a modem's figures are not calibrated.
  private static String judged(String name, Object value) {
    if (!(value instanceof Double dbm)) {
      return "";
    }
    return switch (name) {
      case "rsrpDbm" -> dbm >= -90 ? "strong" : dbm >= -110 ? "usable" : "weak";
      case "rssiDbm" -> dbm >= -75 ? "strong" : dbm >= -95 ? "usable" : "weak";
      case "sinrDb" -> dbm >= 13 ? "clean" : dbm >= 0 ? "usable" : "drowned in noise";
      default -> "";
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }

  private String called(String name) {
    List<String> known = names.get(name);
    return known != null
        ? known.get(1)
        : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
