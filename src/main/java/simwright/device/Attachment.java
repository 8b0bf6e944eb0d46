package simwright.device;

import java.time.Instant;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.LinkCodes;
import simwright.link.PortInfo;

/// A device in the set as a person sees it: the port, whether we hold it, the family it belongs to,
/// the latest snapshot. `id` is stable across re-enumeration; `transcript` is the file of the open
/// or last link; `detail` is who holds the port or what to do, where that is known.
public record Attachment(
    String id,
    PortInfo port,
    State state,
    Optional<FaultCode> fault,
    Optional<String> hardwareProfile,
    Optional<String> transcript,
    Snapshot snapshot,
    Optional<String> detail) {
  /// Whether we hold the port.
  public enum State {
    /// Known, not opened.
    SEEN,
    /// Being opened or recognised.
    CONNECTING,
    /// Open and answering.
    CONNECTED,
    /// Given to another program; settings restored.
    RELEASED,
    /// The cable was pulled or the link broke.
    GONE,
    /// Opening or recognising failed; `fault` says why.
    FAILED
  }

  /// Without a detail.
  public Attachment(
      String id,
      PortInfo port,
      State state,
      Optional<FaultCode> fault,
      Optional<String> hardwareProfile,
      Optional<String> transcript,
      Snapshot snapshot) {
    this(id, port, state, fault, hardwareProfile, transcript, snapshot, Optional.empty());
  }

  /// A name a person uses: the model where it is known, and the port.
  public String title() {
    if (byHand()) {
      return "By hand · " + port.name();
    }
    String model = snapshot.model().value().orElse(port.product());
    return (model.isBlank() ? "Unknown device" : model) + " · " + port.name();
  }

  /// The kind of link it is reached by: `serial`, `pcsc`, `adb`.
  public String linkKind() {
    return port.address().scheme();
  }

  /// Whether the link is to a simulated device.
  public boolean simulated() {
    return port.simulated();
  }

  /// Whether a person does everything with it, as no tool can drive it.
  public boolean byHand() {
    return port.address().byHand();
  }

  /// Whether it is not here: what a bundle told of it.
  public boolean bundled() {
    return port.address().scheme().equals("bundle");
  }

  /// Whether a card in a reader was found, so that there is no modem and no network; told by its
  /// ladder, as an address that a person typed has no role.
  public boolean cardReader() {
    return snapshot.ladder().stream().anyMatch(rung -> rung.step() == Rung.Step.READER);
  }

  /// Throws where there is no port, or where it was given to another program.
  void openable(String doing, boolean released) {
    if (byHand()) {
      throw new Fault(LinkCodes.BY_HAND, doing, id);
    }
    if (released) {
      throw new Fault(DeviceCodes.RELEASED, doing, id);
    }
  }

  /// Of a port that nobody opened.
  static Attachment seen(String id, PortInfo port, Instant now) {
    return new Attachment(
        id,
        port,
        State.SEEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Snapshot.empty(now));
  }

  Attachment with(State now, Optional<FaultCode> why, Optional<String> more) {
    return new Attachment(id, port, now, why, hardwareProfile, transcript, snapshot, more);
  }

  Attachment with(PortInfo other, State now) {
    return new Attachment(
        id, other, now, Optional.empty(), hardwareProfile, transcript, snapshot, Optional.empty());
  }

  Attachment with(Snapshot read, String profile) {
    return new Attachment(
        id,
        port,
        State.CONNECTED,
        Optional.empty(),
        Optional.of(profile),
        transcript,
        read,
        Optional.empty());
  }

  /// What a card reader says; it belongs to no family.
  Attachment read(Snapshot fresh) {
    return new Attachment(
        id,
        port,
        State.CONNECTED,
        Optional.empty(),
        Optional.empty(),
        transcript,
        fresh,
        Optional.empty());
  }

  Attachment with(Snapshot read) {
    return new Attachment(id, port, state, fault, hardwareProfile, transcript, read, detail);
  }

  Attachment writing(String file) {
    return new Attachment(
        id, port, state, fault, hardwareProfile, Optional.of(file), snapshot, detail);
  }
}
