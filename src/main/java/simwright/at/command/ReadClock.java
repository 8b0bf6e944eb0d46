package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// The modem's clock, +CCLK? (3GPP TS 27.007 clause 8.15): `yy/MM/dd,hh:mm:ss±zz`, the zone in
/// quarters of an hour.
public record ReadClock() implements AtCommand<String> {
  @Override
  public String text() {
    return "AT+CCLK?";
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    return Lines.value(lines)
        .filter(text -> text.matches("[0-9]{2,4}/[0-9]{2}/[0-9]{2},[0-9:]{8}(?:[+-][0-9]{1,2})?"));
  }
}
