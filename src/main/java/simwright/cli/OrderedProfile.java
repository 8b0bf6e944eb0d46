package simwright.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import simwright.identity.Iccid;

/// Which profile that was ordered at which SM-DP+ a command is about; the same on every such
/// command.
public final class OrderedProfile extends OrderOptions {
  @Parameters(
      index = "0",
      paramLabel = "ICCID",
      description = "The profile.",
      converter = Typed.OfIccid.class)
  private @Nullable Iccid profile;

  Iccid iccid() {
    return Objects.requireNonNull(profile);
  }
}
