package simwright.link.pcsc;

import javax.smartcardio.CardTerminals;

/// The system's card service, asked anew each time, as it may be started later.
@FunctionalInterface
interface CardService {
  /// Its readers; throws `link/reader-service` where it does not run.
  CardTerminals readers();
}
