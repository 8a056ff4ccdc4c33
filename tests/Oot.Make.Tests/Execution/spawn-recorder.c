/* Preloaded into GNU make: writes down every program it starts (the case's name, then the words, each ended by \1;
   \2 ends the record) and starts /bin/true instead, so that any command line can be tried without harm. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void put(int fd, const char *text) {
    if (write(fd, text, strlen(text)) < 0)
        abort();
}

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const argv[], char *const envp[]) {
    static int (*real)(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,
                       char *const[], char *const[]);
    static char *nothing[] = { "true", NULL };
    int fd = open(getenv("OOT_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    (void) path;
    for (char *const *e = envp; *e; e++)
        if (strncmp(*e, "OOT_CASE=", 9) == 0)
            put(fd, *e + 9);
    put(fd, "\1");
    for (char *const *a = argv; *a; a++) {
        put(fd, *a);
        put(fd, "\1");
    }
    put(fd, "\2");
    close(fd);
    if (!real)
        real = dlsym(RTLD_NEXT, "posix_spawn");
    return real(pid, "/bin/true", actions, attributes, nothing, envp);
}
