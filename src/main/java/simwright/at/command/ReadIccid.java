package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.identity.Iccid;

/// The ICCID by the maker's own command (+CCID, +QCCID, +ICCID, ^ICCID?, %XICCID, #CCID ...) or
/// from the card's file by +CRSM: 18 to 20 digits, perhaps padded with F, perhaps with the nibbles
/// swapped as EF_ICCID stores them (ETSI TS 102 221 clause 13.2).
public record ReadIccid(String text) implements AtCommand<Iccid> {
  /// The command most makers have.
  public ReadIccid() {
    this("AT+CCID");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Iccid> parse(List<String> lines) {
    for (String line : lines) {
      Fields fields = Fields.of(line);
      boolean file = Fields.prefix(line).equals("+CRSM");
      String text = fields.text(file ? 2 : 0).replaceFirst("^I?CCID:", "").replace(" ", "");
      if (text.matches("[0-9]{10,20}[Ff]{0,2}|[0-9Ff]{18,20}")) {
        return read(text);
      }
    }
    return Optional.empty();
  }

  private static Optional<Iccid> read(String text) {
    boolean swapped = text.startsWith("98");
    try {
      return Optional.of(new Iccid(swapped ? swap(text) : text));
    } catch (IllegalArgumentException notAnIccid) {
      return Optional.empty();
    }
  }

  /// Puts the two digits of every octet in the order people read.
  static String swap(String nibbles) {
    StringBuilder digits = new StringBuilder(nibbles.length());
    for (int i = 0; i + 1 < nibbles.length(); i += 2) {
      digits.append(nibbles.charAt(i + 1)).append(nibbles.charAt(i));
    }
    return digits.toString();
  }
}
