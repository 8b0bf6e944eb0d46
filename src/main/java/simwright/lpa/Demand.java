package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.euicc.ResultCode;
import simwright.time.Time;

/// What is asked of a card until it does it or says why not. A card in a toolkit session (catBusy)
/// is asked again after a while, then without the refresh flag, then after a reset, which ends the
/// session; one that does not know an ICCID is asked by AID. Each time stands in the book.
final class Demand {
  private static final int BUSY = 5;
  private static final int NOT_FOUND = 1;

  /// A card of version 3 that takes the request and cannot carry it out.
  private static final int COMMAND_ERROR = 7;

  private static final Duration WHILE = Duration.ofSeconds(2);

  private final Flow flow;
  private final Settling settling;
  private final Time time;
  private int busy;

  Demand(Flow flow, Settling settling, Time time) {
    this.flow = flow;
    this.settling = settling;
    this.time = time;
  }

  /// How it is put: by the AID of the profile or by its ICCID, and whether the card is to have
  /// itself read anew.
  record Form(boolean byAid, boolean refresh) {
    static final Form USUAL = new Form(false, true);
  }

  /// What the card said at last, and to which form.
  record Said(ResultCode code, Form form) {}

  /// Asks; `aid` is whether the AID is known, `flagged` whether the function has a refresh flag.
  Said put(boolean aid, boolean flagged, Function<Form, ResultCode> ask) {
    Form form = Form.USUAL;
    while (true) {
      ResultCode code = ask.apply(form);
      Optional<Form> next = next(code, form, aid, flagged);
      if (next.isEmpty()) {
        return new Said(code, form);
      }
      form = next.get();
    }
  }

  private Optional<Form> next(ResultCode code, Form form, boolean aid, boolean flagged) {
    if (code.value() == BUSY) {
      return again(code, form, flagged);
    }
    boolean unknown = code.value() == NOT_FOUND || code.value() == COMMAND_ERROR;
    if (unknown && flagged && aid && !form.byAid()) {
      retry(code, "by AID");
      return Optional.of(new Form(true, form.refresh()));
    }
    return Optional.empty();
  }

  private Optional<Form> again(ResultCode code, Form form, boolean flagged) {
    busy++;
    flow.cancel().check("waiting for the card", flow.device());
    return switch (busy) {
      case 1 -> {
        retry(code, "after a while");
        time.sleep(WHILE);
        yield Optional.of(form);
      }
      case 2 -> {
        retry(code, flagged ? "without refresh flag" : "after a while");
        time.sleep(WHILE);
        yield Optional.of(new Form(form.byAid(), !flagged));
      }
      case 3 -> {
        retry(code, "after a reset");
        settling.restartCard();
        time.sleep(WHILE);
        yield Optional.of(new Form(form.byAid(), true));
      }
      default -> Optional.empty();
    };
  }

  private void retry(ResultCode code, String how) {
    flow.progress().at("the card is busy", 0, 0);
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("code", code.code().toString());
    with.put("how", how);
    flow.stage(Stage.RETRY, "again", with);
  }
}
