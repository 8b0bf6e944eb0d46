package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// The serving cell by Nordic's %XMONITOR: RSRP as -141 + n dBm (255 unknown), SINR as -25 + n dB
/// (127 unknown).
public record ReadNordicMonitor() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT%XMONITOR";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "%XMONITOR")
        .filter(fields -> fields.number(0).isPresent())
        .map(fields -> {
          Optional<String> technology = Lines.technology(fields, 5);
          return technology
              .map(Radio::of)
              .orElse(Radio.UNKNOWN)
              .power(Optional.empty(), Lines.bin(fields, 10, 97, -141, 1))
              .quality(Optional.empty(), Lines.bin(fields, 11, 60, -25, 1))
              .place(fields.some(6).map(band -> "B" + band), fields.some(7));
        });
  }
}
