package simwright.device;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import simwright.apdu.CardApplication;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.SelectedApplication;
import simwright.apdu.Terminal;
import simwright.apdu.WholeAnswers;
import simwright.identity.Iccid;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// The way to a card in a reader, where this program is the terminal.
record ReaderWay(CardTalk talk) implements CardWay {
  private static final int ICCID_BYTES = 10;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{10,20}");

  @Override
  public String holder() {
    return "The reader is open";
  }

  @Override
  public String told() {
    return talk.port().protocol() + ", ATR " + talk.port().atr().hex();
  }

  /// EF_ICCID below the master file (ETSI TS 102 221 clause 13.2); a card without a profile in use
  /// has none, or one that holds no digits.
  @Override
  public Optional<Iccid> iccid(Deadline deadline) {
    Terminal.introduce(talk.card(), deadline);
    CardChannel whole = new WholeAnswers(talk.card());
    for (Octets file : List.of(Octets.hex("3F00"), Octets.hex("2FE2"))) {
      Response selected = whole.transmit(Command.of(0, 0xa4, 0, 0x0c).with(file), deadline);
      if (!selected.status().succeeded()) {
        return Optional.empty();
      }
    }
    Response read = whole.transmit(Command.of(0, 0xb0, 0, 0).expecting(ICCID_BYTES), deadline);
    String swapped = read.data().hex().replaceAll("(.)(.)", "$2$1").replaceFirst("F+$", "");
    return read.status().succeeded() && DIGITS.matcher(swapped).matches()
        ? Optional.of(new Iccid(swapped))
        : Optional.empty();
  }

  @Override
  public Optional<CardApplication> open(Octets aid, List<String> tried, Deadline deadline) {
    return SelectedApplication.open(talk.card(), List.of(aid), "reader", tried, deadline)
        .map(opened -> opened);
  }
}
