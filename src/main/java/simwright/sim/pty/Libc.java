package simwright.sim.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import simwright.fault.BreaksLaw;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// The few functions of the C library that a pseudo-terminal needs (POSIX.1-2017; Linux numbers).
@BreaksLaw(law = "catching", because = "MethodHandle.invokeExact declares Throwable")
@SuppressWarnings("restricted")
final class Libc {
  static final FaultCode FAILED = new FaultCode("lab", "terminal");
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final short POLLHUP = 0x10;

  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int TERMIOS_SIZE = 60;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBC = LINKER.defaultLookup();
  private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_FIELD =
      ERRNO.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENPT = call("posix_openpt", ValueLayout.JAVA_INT);
  private static final MethodHandle GRANTPT = call("grantpt", ValueLayout.JAVA_INT);
  private static final MethodHandle UNLOCKPT = call("unlockpt", ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE = call("close", ValueLayout.JAVA_INT);
  private static final MethodHandle PTSNAME =
      call("ptsname_r", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LIBC.findOrThrow("open"),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle READ = transfer("read");
  private static final MethodHandle WRITE = transfer("write");
  private static final MethodHandle POLL =
      LINKER.downcallHandle(
          LIBC.findOrThrow("poll"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT),
          Linker.Option.captureCallState("errno"));
  private static final MethodHandle TCGETATTR =
      call("tcgetattr", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
  private static final MethodHandle TCSETATTR =
      call("tcsetattr", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

  private Libc() {}

  /// A new terminal's master, unlocked, not blocking.
  static int openMaster() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      int fd = (int) OPENPT.invokeExact(errno, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
      require(fd, "posix_openpt", errno);
      require((int) GRANTPT.invokeExact(errno, fd), "grantpt", errno);
      require((int) UNLOCKPT.invokeExact(errno, fd), "unlockpt", errno);
      return fd;
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  static String slaveName(int master) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      MemorySegment name = arena.allocate(128);
      int error = (int) PTSNAME.invokeExact(errno, master, name, 128L);
      require(error == 0 ? 0 : -1, "ptsname_r", errno);
      return name.getString(0);
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  /// Opens the slave side, which keeps the terminal alive while nobody else has it open.
  static int openSlave(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      int fd =
          (int) OPEN.invokeExact(errno, arena.allocateFrom(name), O_RDWR | O_NOCTTY | O_CLOEXEC);
      require(fd, "open", errno);
      return fd;
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  /// Sets a terminal raw: no echo, no signals, no translation of line ends, eight bits.
  static void raw(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      MemorySegment termios = arena.allocate(TERMIOS_SIZE, 4);
      require((int) TCGETATTR.invokeExact(errno, fd, termios), "tcgetattr", errno);
      termios.set(ValueLayout.JAVA_INT, 0, 0); // c_iflag
      termios.set(ValueLayout.JAVA_INT, 4, 0); // c_oflag
      int control = termios.get(ValueLayout.JAVA_INT, 8);
      termios.set(
          ValueLayout.JAVA_INT, 8, (control & ~0x30) | 0x30 | 0x80 | 0x800); // CS8 CREAD CLOCAL
      termios.set(ValueLayout.JAVA_INT, 12, 0); // c_lflag
      require((int) TCSETATTR.invokeExact(errno, fd, 0, termios), "tcsetattr", errno);
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  /// Waits for events at most so many milliseconds; the events that are there, 0 when none.
  static int poll(int fd, int events, int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      MemorySegment set = arena.allocate(8, 4);
      set.set(ValueLayout.JAVA_INT, 0, fd);
      set.set(ValueLayout.JAVA_SHORT, 4, (short) events);
      int n = (int) POLL.invokeExact(errno, set, 1L, millis);
      if (n < 0 && errno(errno) != EINTR) {
        require(n, "poll", errno);
      }
      return n <= 0 ? 0 : set.get(ValueLayout.JAVA_SHORT, 6);
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  /// Reads; the count, or minus the error number.
  static int read(int fd, MemorySegment buffer, long most) {
    return transfer(READ, fd, buffer, most);
  }

  /// Writes; the count, or minus the error number.
  static int write(int fd, MemorySegment buffer, long count) {
    return transfer(WRITE, fd, buffer, count);
  }

  static void close(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      require((int) CLOSE.invokeExact(errno, fd), "close", errno);
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  private static int transfer(MethodHandle call, int fd, MemorySegment buffer, long count) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(ERRNO);
      long n = (long) call.invokeExact(errno, fd, buffer, count);
      return n >= 0 ? (int) n : -errno(errno);
    } catch (Throwable broken) {
      throw unexpected(broken);
    }
  }

  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LIBC.findOrThrow(name),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
        Linker.Option.captureCallState("errno"));
  }

  private static MethodHandle transfer(String name) {
    return LINKER.downcallHandle(
        LIBC.findOrThrow(name),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG),
        Linker.Option.captureCallState("errno"));
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO_FIELD.get(state, 0L);
  }

  private static void require(int result, String function, MemorySegment errno) {
    if (result < 0) {
      throw new Fault(FAILED, "calling " + function, "this machine", "errno " + errno(errno), null);
    }
  }

  /// `invokeExact` declares Throwable; what comes is a fault of ours or a defect.
  private static RuntimeException unexpected(Throwable broken) {
    if (broken instanceof Fault fault) {
      return fault;
    }
    return new IllegalStateException("a call into the C library broke", broken);
  }
}
