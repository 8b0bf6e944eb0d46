package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// Extended signal quality, +CESQ (3GPP TS 27.007 clause 8.69): rxlev, ber, rscp, ecno, rsrq, rsrp
/// and, since release 15, ss_rsrq, ss_rsrp, ss_sinr. Each is shown as the lower bound of its bin;
/// 99 and 255 are unknown.
public record ReadExtendedSignal() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT+CESQ";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+CESQ")
        .filter(fields -> fields.size() >= 6)
        .map(ReadExtendedSignal::read);
  }

  private static Radio read(Fields fields) {
    Optional<Double> nrRsrp = Lines.bin(fields, 7, 126, -157, 1);
    Optional<Double> rsrp = Lines.bin(fields, 5, 97, -141, 1);
    Optional<Double> rscp = Lines.bin(fields, 2, 96, -121, 1);
    Optional<Double> rssi = Lines.bin(fields, 0, 63, -111, 1);
    Optional<String> technology =
        nrRsrp.isPresent()
            ? Optional.of("NR")
            : rsrp.isPresent()
                ? Optional.of("LTE")
                : rscp.isPresent()
                    ? Optional.of("UMTS")
                    : rssi.isPresent() ? Optional.of("GSM") : Optional.empty();
    return new Radio(
        technology,
        rssi.or(() -> rscp),
        nrRsrp.or(() -> rsrp),
        Lines.bin(fields, 6, 126, -43.5, 0.5).or(() -> Lines.bin(fields, 4, 34, -20, 0.5)),
        Lines.bin(fields, 8, 127, -23.5, 0.5),
        Optional.empty(),
        Optional.empty());
  }
}
