package simwright.lpa;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.ask.Cancel;
import simwright.device.CardSession;
import simwright.euicc.CancelSession;
import simwright.euicc.CancelSession.Reason;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.http.RspClient;
import simwright.time.Time;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Ends a session that was opened with the true reason, the card first and then the server (SGP.22
/// clauses 3.1.3.1, 5.7.14). What happens here does not hide what went wrong before.
final class Cancellation {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag SIGNED = Tag.of(0x30);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag REASON = Tag.of(0x82);

  /// What keeps the order for another day: nobody has said no to it.
  private static final Set<FaultCode> LATER =
      Set.of(
          LpaCodes.POSTPONED,
          LpaCodes.CODE_NEEDED,
          LpaCodes.LAST_CODE,
          LpaCodes.ALREADY_THERE,
          LpaCodes.NO_ROOM,
          LpaCodes.LOW_BATTERY,
          LpaCodes.NO_SIGNAL,
          Cancel.CANCELLED);

  /// The line to the card: where it breaks, the card has not answered in time and has refused
  /// nothing.
  private static final Set<String> LINE = Set.of("at", "cme", "link");

  private final CardSession card;
  private final Flow flow;
  private final Time time;

  Cancellation(CardSession card, Flow flow, Time time) {
    this.card = card;
    this.flow = flow;
    this.time = time;
  }

  /// The reason that a fault is; `loading` tells that the card had begun to load.
  static Reason reason(Fault fault, boolean loading) {
    FaultCode code = fault.code();
    if (code.equals(LpaCodes.REFUSED)) {
      return Reason.END_USER_REJECTION;
    }
    if (LATER.contains(code)) {
      return Reason.POSTPONED;
    }
    if (code.equals(LpaCodes.POLICY)) {
      return Reason.PPR_NOT_ALLOWED;
    }
    if (code.equals(LpaCodes.METADATA)) {
      return Reason.METADATA_MISMATCH;
    }
    boolean late =
        Patience.passing(fault) || code.equals(LpaCodes.NO_ANSWER) || LINE.contains(code.layer());
    if (late) {
      return Reason.TIMEOUT;
    }
    return loading ? Reason.LOAD_BPP_EXECUTION_ERROR : Reason.UNDEFINED;
  }

  /// At the card alone, while the server has not met it.
  void atCard(Octets transaction, Reason reason) {
    String outcome = "done";
    try {
      Optional<Fault> refused =
          card.ask(new CancelSession(transaction, reason))
              .refused()
              .map(code -> code.fault("ES10b.CancelSession"));
      outcome = refused.map(fault -> fault.code().toString()).orElse(outcome);
    } catch (Fault alsoWrong) {
      outcome = alsoWrong.code().toString();
    }
    told(reason, outcome);
  }

  /// At both.
  void atBoth(RspClient client, MutualAuthentication.Met met, Reason reason) {
    String outcome = "done";
    try {
      CancelSession.Answer answer = card.ask(new CancelSession(met.transaction(), reason));
      if (answer.refused().isPresent()) {
        outcome = answer.refused().get().code().toString();
      } else {
        verify(answer.raw(), met, reason);
        var unused =
            client.call(
                simwright.rsp.es9.CancelSession.FUNCTION,
                new simwright.rsp.es9.CancelSession.Request(met.transactionId(), answer.raw()),
                time.deadline(flow.atMost(ANSWER)),
                flow.afterwards());
      }
    } catch (Fault alsoWrong) {
      outcome = alsoWrong.code().toString();
    }
    told(reason, outcome);
  }

  private static void verify(Tlv answer, MutualAuthentication.Met met, Reason reason) {
    Tlv signed = answer.get(OK, SIGNED);
    met.card()
        .require(
            signed.raw(),
            answer.get(OK, SIGNATURE).value(),
            "verifying euiccCancelSessionSignature");
    CardProof.requireSession(
        signed.get(TRANSACTION).value().equals(met.transaction())
            && Asn1.integer(signed.get(REASON)) == reason.number(),
        "verifying euiccCancelSessionSigned");
  }

  private void told(Reason reason, String outcome) {
    flow.stage(Stage.CANCELLED, outcome, Map.of("reason", reason.name()));
  }
}
