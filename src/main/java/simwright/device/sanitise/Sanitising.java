package simwright.device.sanitise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.at.AtEngine;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfile;

/// Takes everything off a modem that its users left on it, but for the profiles of its card, each
/// kind proven by reading it again; what the modem refuses or cannot tell is not proven.
public final class Sanitising {
  private final AtEngine engine;
  private final HardwareProfile profile;
  private final Progress progress;
  private final Cancel cancel;

  /// A modem of a family.
  public Sanitising(AtEngine engine, HardwareProfile profile, Progress progress, Cancel cancel) {
    this.engine = engine;
    this.profile = profile;
    this.progress = progress;
    this.cancel = cancel;
  }

  /// Carries it out, as long as the profile in use can be asked; `told` hears of each kind as soon
  /// as it is known what became of it.
  public List<Cleaned> run(Consumer<Cleaned> told) {
    Asked asked = new Asked(engine, cancel);
    ModemContexts contexts = new ModemContexts(asked, profile.firstContext());
    CardContents card = new CardContents(asked);
    ModemFiles files = new ModemFiles(asked, profile);
    Map<Trace, Supplier<Cleaned>> all = new LinkedHashMap<>();
    all.put(Trace.CREDENTIALS, contexts::credentials);
    all.put(Trace.CONTEXTS, contexts::contexts);
    all.put(Trace.MESSAGES, card::messages);
    all.put(Trace.PHONE_BOOK, card::phoneBooks);
    all.put(Trace.FORBIDDEN_NETWORKS, card::forbidden);
    all.put(Trace.FILES, files::files);
    all.put(Trace.CERTIFICATES, files::certificates);
    List<Cleaned> cleaned = new ArrayList<>();
    all.forEach((trace, work) -> {
      cancel.check("sanitising", trace.words());
      progress.at(trace.words(), cleaned.size(), all.size());
      Cleaned now = one(trace, work);
      cleaned.add(now);
      told.accept(now);
    });
    return List.copyOf(cleaned);
  }

  /// A modem that is gone or silent proves nothing.
  private static Cleaned one(Trace trace, Supplier<Cleaned> work) {
    try {
      return work.get();
    } catch (Fault fault) {
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      return Cleaned.open(trace, "the modem did not answer (" + fault.code() + ")");
    }
  }
}
