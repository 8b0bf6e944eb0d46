package simwright.device;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import simwright.apdu.CardApplication;
import simwright.device.handset.AppTraffic;
import simwright.device.handset.Handset;
import simwright.device.handset.HandsetCodes;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.ShellPort;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.tlv.Octets;
import simwright.transcript.Transcript;

/// An open conversation with a handset, whose cards are its own affair.
record HandsetTalk(ShellPort port, Handset handset, BiConsumer<Transcript, FaultCode> ended)
    implements Talk {
  private static final int FULL = 1;
  private static final int FLIGHT = 4;

  /// With the handset behind an address; `ended` is told when the link breaks.
  static HandsetTalk over(
      Links links, LinkAddress address, Time time, BiConsumer<Transcript, FaultCode> ended) {
    ShellPort port = links.openShell(address);
    return new HandsetTalk(port, new Handset(port, time), ended);
  }

  @Override
  public void start() {
    port.whenEnded(why -> ended.accept(port.transcript(), why));
  }

  @Override
  public Transcript transcript() {
    return port.transcript();
  }

  /// No application may talk to the card of a handset but those its issuer has allowed.
  @Override
  public CardApplication application(List<Octets> aids, Deadline deadline) {
    throw new Fault(
        HandsetCodes.NOT_SUPPORTED,
        "opening an application of the card",
        port.address().toString(),
        "a handset keeps its cards to itself",
        null);
  }

  /// 1 is on, 4 is flight mode; a handset has no other.
  @Override
  public Optional<FaultCode> functionality(int level) {
    return level == FULL || level == FLIGHT
        ? handset.flight(level == FLIGHT)
        : Optional.of(HandsetCodes.NOT_SUPPORTED);
  }

  @Override
  public Optional<Integer> functionality() {
    return handset.flight().fact().map(flight -> flight ? FLIGHT : FULL);
  }

  @Override
  public Optional<FaultCode> handset(HandsetSwitch what, boolean on) {
    return switch (what) {
      case MOBILE_DATA -> handset.data(on);
      case DATA_SAVER -> handset.saver(on);
    };
  }

  @Override
  public DataCounts counts(HardwareProfile profile) {
    simwright.device.handset.Told<List<AppTraffic>> told = handset.traffic();
    return new DataCounts(
        "dumpsys netstats",
        false,
        told.fact().stream()
            .flatMap(List::stream)
            .map(each -> new DataCounts.Count(each.app(), each.sent(), each.received()))
            .toList(),
        told.fact().isPresent(),
        told.why());
  }

  @Override
  public Optional<FaultCode> reboot(HardwareProfile profile) {
    handset.reboot();
    return Optional.empty();
  }

  @Override
  public Optional<PingResult> ping(
      HardwareProfile profile, Snapshot known, String host, Time time) {
    long from = transcript().position();
    Handset.Pinged said = handset.ping(host);
    Optional<FaultCode> why =
        said.received() > 0
            ? Optional.empty()
            : said.why().or(() -> Optional.of(DeviceCodes.NO_PING));
    return Optional.of(
        new PingResult(
            said.sent(), said.received(), said.averageMillis(), why, transcript().since(from)));
  }

  @Override
  public boolean reset(Deadline deadline) {
    return false;
  }

  @Override
  public boolean over() {
    return !port.isOpen();
  }

  /// Nothing is changed by reading.
  @Override
  public void putBack() {}

  @Override
  public void end() {
    port.close();
  }
}
