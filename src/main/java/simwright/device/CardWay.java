package simwright.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.apdu.CardApplication;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// How a card is reached that is asked what it is: by a reader, or by a modem.
interface CardWay {
  /// What holds the card, in words.
  String holder();

  /// What is known of the card without its applications, in words.
  String told();

  /// The ICCID of the profile in use.
  Optional<Iccid> iccid(Deadline deadline);

  /// The IMSI of the profile in use.
  Reading<Imsi> imsi(Instant now, Deadline deadline);

  /// Whether only the card can say if a profile is in use: who holds it finds none.
  boolean doubtful();

  /// Selects an application where the card has it; what was tried else is added.
  Optional<CardApplication> open(Octets aid, List<String> tried, Deadline deadline);
}
