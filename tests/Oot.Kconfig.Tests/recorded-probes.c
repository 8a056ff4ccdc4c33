// SPDX-License-Identifier: GPL-2.0-only
// Preloaded into conf: a command that was run before is not run again, its output is read from a file below $RECORDED_PROBES. A configuration
// asks compilers some two hundred things, which are the same each time; hundreds of configurations are what the solver's tests compute.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

FILE *popen(const char *command, const char *type)
{
	FILE *(*really)(const char *, const char *) = (FILE *(*)(const char *, const char *))dlsym(RTLD_NEXT, "popen");
	int (*finish)(FILE *) = (int (*)(FILE *))dlsym(RTLD_NEXT, "pclose");
	const char *directory = getenv("RECORDED_PROBES");
	char path[4096], partial[4160], buffer[4096];
	uint64_t hash = 0xcbf29ce484222325;
	size_t length;
	FILE *answer, *record;

	for (const char *at = command; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001b3;
	snprintf(path, sizeof(path), "%s/%016llx", directory ? directory : ".", (unsigned long long)hash);
	answer = fopen(path, "r");
	if (answer)
		return answer;
	snprintf(partial, sizeof(partial), "%s.%d", path, (int)getpid());
	record = fopen(partial, "w");
	answer = really(command, type);
	if (!record || !answer)
		abort();
	while ((length = fread(buffer, 1, sizeof(buffer), answer)) > 0)
		fwrite(buffer, 1, length, record);
	finish(answer);
	fclose(record);
	rename(partial, path);
	return fopen(path, "r");
}

int pclose(FILE *stream)
{
	return fclose(stream);
}
