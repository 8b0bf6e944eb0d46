package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// One figure at each of four antennas by Quectel's +QRSRP (dBm), +QRSRQ or +QSINR (dB), and the
/// technology, where the firmware tells it last; the figure is that of the primary antenna.
public record ReadQuectelAntennas(String text, Units units) implements ReadRadio {
  @Override
  public Optional<Radio> parse(List<String> lines) {
    String name = Lines.name(text);
    return Lines.fields(lines, name)
        .filter(fields -> fields.size() >= 4)
        .map(fields -> read(name, fields));
  }

  private Radio read(String name, Fields fields) {
    Scale scale = new Scale(units, name, fields);
    Radio radio = fields.some(4).map(Radio::of).orElse(Radio.UNKNOWN);
    return switch (name) {
      case "+QRSRP" -> radio.power(Optional.empty(), scale.at("rsrp", 0));
      case "+QRSRQ" -> radio.quality(scale.at("rsrq", 0), Optional.empty());
      default -> radio.quality(Optional.empty(), scale.at("sinr", 0));
    };
  }
}
