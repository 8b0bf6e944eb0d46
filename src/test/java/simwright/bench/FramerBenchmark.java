package simwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import simwright.at.AtCommand;
import simwright.at.Framer;
import simwright.at.command.ReadExtendedSignal;
import simwright.at.command.ReadOperator;
import simwright.at.command.ReadSignalQuality;
import simwright.at.command.ReadSupply;

/// How many bytes of AT replies the framer and the parsers behind it take in a second, against the
/// 1.2 MB/s of a port of 12 Mbit/s (8N1: ten bits for a byte).
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FramerBenchmark {
  private static final double PORT = 12_000_000 / 10.0;
  private static final List<AtCommand<?>> COMMANDS =
      List.of(
          new ReadSignalQuality(), new ReadExtendedSignal(), new ReadOperator(), new ReadSupply());
  private static final byte[] REPLIES =
      """
      AT+CSQ
      +CSQ: 23,99

      OK
      +CEREG: 5,"2F01","01A2B3C4",7
      AT+CESQ
      +CESQ: 99,99,255,255,19,57

      OK
      AT+COPS?
      +COPS: 0,0,"Vodafone.de",7

      OK
      AT+CBC
      +CBC: 0,83,3981

      OK
      RING
      +CME ERROR: 10
      """
          .repeat(40)
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);

  private int typed;
  private final Framer framer = new Framer(new Parsers());

  /// Eight kilobytes of replies, through the framer into typed values.
  @Benchmark
  public int replies() {
    framer.accept(REPLIES, REPLIES.length);
    return typed;
  }

  static List<Figure> figures() throws RunnerException {
    var options = new OptionsBuilder().include(FramerBenchmark.class.getName()).build();
    var score = new Runner(options).runSingle().getPrimaryResult().getScore();
    FramerBenchmark once = new FramerBenchmark();
    int expected = 40 * COMMANDS.size();
    if (once.replies() != expected) {
      throw new IllegalStateException(once.typed + " of " + expected + " replies were understood");
    }
    double rate = score * REPLIES.length;
    return List.of(
        Figure.reported("framer and parsers", rate / 1e6, "MB/s"),
        Figure.atLeast(10, "framer and parsers, of a 12 Mbit/s port", rate / PORT, "times"));
  }

  private final class Parsers implements Framer.Sink {
    @Override
    public void line(String text) {
      for (AtCommand<?> command : COMMANDS) {
        if (text.startsWith(command.prefixes().getFirst() + ":")) {
          Optional<?> value = command.parse(List.of(text));
          typed += value.isPresent() ? 1 : 0;
        }
      }
    }

    @Override
    public void number(String digits) {
      typed++;
    }

    @Override
    public void prompt() {
      typed++;
    }
  }
}
