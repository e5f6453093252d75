/*
 * Makes the n-th of some calls of libc fail, or kills the process at it, and keeps a record of all of them. For tests
 * only: build-injector.ts compiles it, LD_PRELOAD puts it before libc. It looks at files below one folder, and is
 * steered while the process runs, through a small file that it has mapped.
 *
 *   PRAVESH_FAULT_FOLDER   files below this folder are looked at, no others
 *   PRAVESH_FAULT_CONTROL  the file of `struct control`
 *   PRAVESH_FAULT_RECORD   where calls that worked are recorded: "NAME OFFSET LENGTH PATH\n", then LENGTH bytes; may be unset
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

/* The kinds of calls; steer.ts names the same numbers. */
enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, NAME = 8 };

/* Five little-endian 32-bit numbers; steer.ts writes them. */
struct control {
  int32_t kinds;   /* which calls are counted, a sum of the above; 0 lets all through */
  int32_t nth;     /* the one that fails, counted from 1 */
  int32_t fault;   /* its errno; 0 kills the process instead, as a loss of power would */
  int32_t onwards; /* not 0: all counted calls that follow fail as well */
  int32_t seen;    /* how many were counted */
};

static struct control *control;
static const char *folder;
static int record = -1;

__attribute__((constructor)) static void begin(void) {
  const char *steering = getenv("PRAVESH_FAULT_CONTROL");
  const char *recording = getenv("PRAVESH_FAULT_RECORD");
  int file = steering == NULL ? -1 : open(steering, O_RDWR | O_CLOEXEC);
  folder = getenv("PRAVESH_FAULT_FOLDER");
  if (file >= 0) {
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    control = mapped == MAP_FAILED ? NULL : mapped;
    close(file);
  }
  if (recording != NULL) {
    record = open(recording, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

/* The function of libc that ours stands before. */
#define REAL(name) \
  static __typeof__(&name) real; \
  if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int is_below(const char *path) {
  size_t length = folder == NULL ? 0 : strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/';
}

/* The path of an open file, when it is one that is looked at. */
static int find_path(int file, char path[PATH_MAX]) {
  char link[64];
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  errno = before;
  path[length < 0 ? 0 : length] = '\0';
  return length > 0 && is_below(path);
}

/* Counts a call. Answers whether it has to fail, with errno set. */
static int must_fail(int kind) {
  if (control == NULL || (control->kinds & kind) == 0) return 0;
  int32_t seen = __atomic_add_fetch(&control->seen, 1, __ATOMIC_SEQ_CST);
  if (seen != control->nth && !(control->onwards && seen > control->nth)) return 0;
  if (control->fault == 0) raise(SIGKILL);
  errno = control->fault;
  return 1;
}

/* One writev for each, so that records never mix. */
static void keep_record(const char *name, long long offset, const char *path, const void *bytes, size_t length) {
  char head[PATH_MAX + 80];
  int before = errno;
  if (record < 0) return;
  int size = snprintf(head, sizeof head, "%s %lld %zu %s\n", name, offset, length, path);
  struct iovec parts[2] = {{head, (size_t)size}, {(void *)bytes, length}};
  if (writev(record, parts, 2) < 0) abort();
  errno = before;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  REAL(pwrite64);
  char path[PATH_MAX];
  int looked_at = find_path(file, path);
  if (looked_at && must_fail(WRITE)) return -1;
  ssize_t written = real(file, bytes, length, offset);
  if (looked_at && written > 0) keep_record("write", offset, path, bytes, (size_t)written);
  return written;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  return pwrite64(file, bytes, length, offset);
}

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(write);
  char path[PATH_MAX];
  int looked_at = find_path(file, path);
  if (looked_at && must_fail(WRITE)) return -1;
  off_t offset = looked_at && record >= 0 ? lseek(file, 0, SEEK_CUR) : 0;
  ssize_t written = real(file, bytes, length);
  if (looked_at && written > 0) keep_record("write", offset, path, bytes, (size_t)written);
  return written;
}

int fsync(int file) {
  REAL(fsync);
  char path[PATH_MAX];
  int looked_at = find_path(file, path);
  if (looked_at && must_fail(SYNC)) return -1;
  int result = real(file);
  if (looked_at && result == 0) keep_record("sync", 0, path, "", 0);
  return result;
}

int fdatasync(int file) {
  REAL(fdatasync);
  char path[PATH_MAX];
  int looked_at = find_path(file, path);
  if (looked_at && must_fail(SYNC)) return -1;
  int result = real(file);
  if (looked_at && result == 0) keep_record("sync", 0, path, "", 0);
  return result;
}

int ftruncate64(int file, off64_t size) {
  REAL(ftruncate64);
  char path[PATH_MAX];
  int looked_at = find_path(file, path);
  if (looked_at && must_fail(TRUNCATE)) return -1;
  int result = real(file, size);
  if (looked_at && result == 0) keep_record("truncate", size, path, "", 0);
  return result;
}

int ftruncate(int file, off_t size) {
  return ftruncate64(file, size);
}

int rename(const char *from, const char *to) {
  REAL(rename);
  if (is_below(to) && must_fail(NAME)) return -1;
  int result = real(from, to);
  if (is_below(to) && result == 0) keep_record("rename", 0, from, to, strlen(to));
  return result;
}

int link(const char *from, const char *to) {
  REAL(link);
  if (is_below(to) && must_fail(NAME)) return -1;
  int result = real(from, to);
  if (is_below(to) && result == 0) keep_record("link", 0, from, to, strlen(to));
  return result;
}

int unlink(const char *path) {
  REAL(unlink);
  if (is_below(path) && must_fail(NAME)) return -1;
  int result = real(path);
  if (is_below(path) && result == 0) keep_record("unlink", 0, path, "", 0);
  return result;
}
