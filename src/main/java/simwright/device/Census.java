package simwright.device;

import java.util.Optional;
import simwright.fault.FaultCode;
import simwright.identity.Imei;

/// Who is who among the devices of a set.
interface Census {
  /// Whether the device that tells this IMEI is not the one that is asked: `device/other-device`
  /// when another one is at its place, `device/known-device` when it was seen at another place.
  Optional<FaultCode> stranger(Device asked, Imei told);

  /// Where the cards of the set have their ISD-R.
  SecurityDomains domains();

  /// Gives the ports to whom they belong.
  void part(Device asked, Imei told);
}
