package simwright.at.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The addresses of the contexts, +CGPADDR (3GPP TS 27.007 clause 10.1.14), in every shape met:
/// quoted or not, IPv6 as sixteen dotted octets, two families in one field. Addresses of zeros are
/// none.
public record ReadAddresses(String text) implements AtCommand<Map<Integer, List<String>>> {
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:(?:\\.[0-9]{1,3}){12})?(?![0-9.])");
  private static final Pattern COLONS =
      Pattern.compile("[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}");

  /// All contexts.
  public ReadAddresses() {
    this("AT+CGPADDR");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Map<Integer, List<String>>> parse(List<String> lines) {
    Map<Integer, List<String>> addresses = new TreeMap<>();
    for (Fields fields : Lines.all(lines, "+CGPADDR")) {
      if (fields.number(0).isPresent()) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < fields.size(); i++) {
          addresses(fields.text(i), found);
        }
        addresses.put(fields.number(0).getAsInt(), List.copyOf(found));
      }
    }
    return Optional.of(addresses);
  }

  private static void addresses(String text, List<String> found) {
    Matcher dotted = DOTTED.matcher(text);
    while (dotted.find()) {
      add(dotted.group().matches("[0.]+") ? "" : dotted(dotted.group()), found);
    }
    Matcher colons = COLONS.matcher(text.replaceAll("IPV[46]:", " "));
    while (colons.find()) {
      add(colons.group().matches("[0:]+") ? "" : colons.group(), found);
    }
  }

  /// An address without the mask that +CGCONTRDP appends to it (3GPP TS 27.007 clause 10.1.23).
  static String withoutMask(String text) {
    String[] octets = text.split("\\.", -1);
    boolean dotted = text.matches("[0-9]{1,3}(?:\\.[0-9]{1,3})+");
    return dotted && (octets.length == 8 || octets.length == 32)
        ? dotted(String.join(".", Arrays.copyOf(octets, octets.length / 2)))
        : dotted && octets.length == 16 ? dotted(text) : text;
  }

  private static String dotted(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length == 4) {
      return text;
    }
    boolean four = true;
    for (int i = 0; i < 12; i++) {
      four &= octets[i].equals("0") || (i == 9 && octets[i].equals("1"));
    }
    if (four) {
      return String.join(".", octets[12], octets[13], octets[14], octets[15]);
    }
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < 16; i += 2) {
      int group = Integer.parseInt(octets[i]) * 256 + Integer.parseInt(octets[i + 1]);
      groups.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
    }
    return groups.toString();
  }

  private static void add(String address, List<String> found) {
    if (!address.isEmpty() && !found.contains(address)) {
      found.add(address);
    }
  }
}
