package simwright.device;

import java.time.Instant;
import java.util.ArrayList;
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
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// The way to a card in a reader, where this program is the terminal.
record ReaderWay(CardTalk talk) implements CardWay {
  private static final int ICCID_BYTES = 10;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{10,20}");
  private static final int IMSI_BYTES = 9;
  private static final int PIN_FIRST = 0x6982;

  /// The USIM application, however its issuer goes on (3GPP TS 31.110 annex B).
  private static final Octets USIM = Octets.hex("A0000000871002");

  private static final Octets EF_IMSI = Octets.hex("6F07");

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

  /// EF_IMSI of the USIM (3GPP TS 31.102 clause 4.2.2), on a channel of its own; a card whose PIN
  /// is asked for does not tell it.
  @Override
  public Reading<Imsi> imsi(Instant now, Deadline deadline) {
    Optional<CardApplication> usim = open(USIM, new ArrayList<>(), deadline);
    if (usim.isEmpty()) {
      return new Reading.Unavailable<>("the card has no USIM", Optional.empty(), now);
    }
    Response said;
    try {
      said = imsi(usim.get().channel(), deadline);
    } finally {
      usim.get().close(deadline);
    }
    if (said.status().succeeded() && said.data().length() == IMSI_BYTES) {
      return imsi(said.data(), now);
    }
    FaultCode code = new FaultCode("sw", said.status().toString());
    String why =
        said.status().value() == PIN_FIRST
            ? "the card asks for its PIN first"
            : "the card answers " + said.status();
    return new Reading.Unavailable<>(why, Optional.of(code), now);
  }

  private static Response imsi(CardChannel channel, Deadline deadline) {
    Response selected = channel.transmit(Command.of(0, 0xa4, 0, 0x0c).with(EF_IMSI), deadline);
    return selected.status().succeeded()
        ? channel.transmit(Command.of(0, 0xb0, 0, 0).expecting(IMSI_BYTES), deadline)
        : selected;
  }

  /// A length, then digits with the lower half of a byte first; the first half byte is no digit.
  private static Reading<Imsi> imsi(Octets file, Instant now) {
    int length = Math.min(file.at(0), IMSI_BYTES - 1);
    StringBuilder digits = new StringBuilder();
    for (int i = 1; i <= length; i++) {
      digits.append(Character.forDigit(file.at(i) & 0xf, 16));
      digits.append(Character.forDigit(file.at(i) >> 4, 16));
    }
    String imsi = digits.isEmpty() ? "" : digits.substring(1).replaceAll("f+$", "");
    return imsi.matches("[0-9]{6,15}")
        ? new Reading.Known<>(new Imsi(imsi), now)
        : new Reading.Unavailable<>("the card tells no IMSI", Optional.empty(), now);
  }

  @Override
  public boolean doubtful() {
    return false;
  }

  @Override
  public Optional<CardApplication> open(Octets aid, List<String> tried, Deadline deadline) {
    return SelectedApplication.open(talk.card(), List.of(aid), "reader", tried, deadline)
        .map(opened -> opened);
  }
}
