all:
       echo x
